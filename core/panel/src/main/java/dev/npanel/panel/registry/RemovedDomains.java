package dev.npanel.panel.registry;

import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.panel.document.Documents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The removed domains that can be had back: the last removal of each name, for as long as the agent keeps what was deleted. */
@Component(service = RemovedDomains.class)
public final class RemovedDomains {
    private static final String COLLECTION = "domain.removed";
    /** The agent's trash is emptied of what is older. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final Documents documents;
    private final DomainRegistry registry;
    private final Clock clock;

    @Activate
    public RemovedDomains(@Reference Documents documents, @Reference DomainRegistry registry) {
        this(documents, registry, Clock.systemUTC());
    }

    RemovedDomains(Documents documents, DomainRegistry registry, Clock clock) {
        this.documents = documents;
        this.registry = registry;
        this.clock = clock;
    }

    /** To be called before anything is taken away. */
    void note(Domain domain, String job, List<String> things) {
        RemovedDomain removed = new RemovedDomain(
                domain.name(),
                domain.account(),
                registry.holder(domain.account()).orElseThrow(),
                domain.created(),
                clock.instant(),
                job,
                things);
        documents.put(COLLECTION, domain.name().text(), removed);
    }

    Optional<RemovedDomain> find(DomainName name) {
        return documents.find(COLLECTION, name.text(), RemovedDomain.class).filter(this::isKept);
    }

    /** Of one account, or of all when that is null; in the order of the names. What is too old is forgotten, and what was an account's that is gone. */
    List<RemovedDomain> list(@Nullable AccountName account) {
        List<RemovedDomain> all = documents.list(COLLECTION, RemovedDomain.class);
        all.stream().filter(each -> !isKept(each)).forEach(each -> forget(each.domain()));
        return all.stream()
                .filter(this::isKept)
                .filter(each -> account == null || account.equals(each.account()))
                .toList();
    }

    /** Until when it can be had back. */
    static Instant end(RemovedDomain removed) {
        return removed.at().plus(KEPT);
    }

    void forget(DomainName name) {
        documents.remove(COLLECTION, name.text());
    }

    private boolean isKept(RemovedDomain removed) {
        return clock.instant().isBefore(end(removed))
                && registry.holder(removed.account())
                        .filter(removed.holder()::equals)
                        .isPresent();
    }
}
