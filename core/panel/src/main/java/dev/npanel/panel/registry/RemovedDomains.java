package dev.npanel.panel.registry;

import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.panel.account.Accounts;
import dev.npanel.panel.document.Documents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    private final Accounts accounts;
    private final Clock clock;

    @Activate
    public RemovedDomains(
            @Reference Documents documents, @Reference DomainRegistry registry, @Reference Accounts accounts) {
        this(documents, registry, accounts, Clock.systemUTC());
    }

    RemovedDomains(Documents documents, DomainRegistry registry, Accounts accounts, Clock clock) {
        this.documents = documents;
        this.registry = registry;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Whether this job has noted what it takes away. */
    boolean isNoted(DomainName name, String job) {
        return find(name).filter(known -> known.jobs().contains(job)).isPresent();
    }

    /**
     * To be called before anything is taken away. A removal after one that has failed on the way takes away the rest: both
     * belong together. What is too old is forgotten.
     */
    void note(Domain domain, String job, List<String> things) {
        all().stream().filter(each -> !isKept(each)).forEach(each -> forget(each.domain()));
        RemovedDomain before = find(domain.name())
                .filter(known -> known.at().isAfter(domain.created()))
                .orElse(new RemovedDomain(
                        domain.name(),
                        domain.account(),
                        accounts.find(domain.account()).orElseThrow().id(),
                        clock.instant(),
                        List.of(),
                        List.of()));
        RemovedDomain removed = new RemovedDomain(
                before.domain(),
                before.account(),
                before.holder(),
                before.at(),
                Stream.concat(before.jobs().stream(), Stream.of(job)).toList(),
                Stream.concat(before.things().stream(), things.stream())
                        .distinct()
                        .toList());
        documents.put(COLLECTION, domain.name().text(), removed);
    }

    /**
     * Gives the name back to its account, unless that has it again; as {@link DomainRegistry#add} otherwise. What was done
     * to it before stays out of its sight from now on: meanwhile it may have been somebody else's.
     */
    void give(RemovedDomain removed, boolean dryRun) {
        boolean back = registry.find(removed.domain())
                .filter(domain -> domain.account().equals(removed.account()))
                .isPresent();
        if (!back) {
            registry.add(removed.domain(), removed.account(), true, dryRun);
        }
    }

    Optional<RemovedDomain> find(DomainName name) {
        return documents.find(COLLECTION, name.text(), RemovedDomain.class).filter(this::isKept);
    }

    /** Of one account, or of all when that is null; in the order of the names. */
    List<RemovedDomain> list(@Nullable AccountName account) {
        return all().stream()
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

    private List<RemovedDomain> all() {
        return documents.list(COLLECTION, RemovedDomain.class);
    }

    private boolean isKept(RemovedDomain removed) {
        return clock.instant().isBefore(end(removed))
                && accounts.findById(removed.holder()).isPresent();
    }
}
