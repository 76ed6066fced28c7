package dev.npanel.panel.registry;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.DomainSet;
import dev.npanel.panel.domain.Domains;
import dev.npanel.panel.rest.Page;
import dev.npanel.panel.store.Sql;
import dev.npanel.panel.store.Store;
import dev.npanel.panel.store.Work;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps the register. Nobody gets a domain that is somebody else's, lies below one, or has one below it; and nobody but an
 * administrator a public suffix. An OSGi service of the core; thread-safe.
 */
@Component(service = {Domains.class, DomainRegistry.class})
public final class DomainRegistry implements Domains {
    private static final String SUFFIXES = "npanel.public-suffixes";
    private static final String DEBIANS_SUFFIXES = "/usr/share/publicsuffix/public_suffix_list.dat";

    private final Store store;
    private final Clock clock;
    private final PublicSuffixes suffixes;
    private final OwnedNames owned = new OwnedNames();

    @Activate
    public DomainRegistry(@Reference Store store, BundleContext context) {
        this(
                store,
                Clock.systemUTC(),
                Path.of(Objects.requireNonNullElse(context.getProperty(SUFFIXES), DEBIANS_SUFFIXES)));
    }

    public DomainRegistry(Store store, Clock clock, Path suffixes) {
        this.store = store;
        this.clock = clock;
        this.suffixes = new PublicSuffixes(suffixes);
    }

    @Override
    public Optional<AccountName> ownerOf(DomainName domain) {
        return store.read(sql -> DomainTable.nearest(sql, domain)).map(Domain::account);
    }

    @Override
    public Optional<Instant> ownedSince(DomainName domain) {
        return store.read(sql -> DomainTable.since(sql, domain));
    }

    @Override
    public DomainSet ownedBy(AccountName account) {
        return owned.of(account, () -> store.read(sql -> DomainSet.of(DomainTable.names(sql, account))));
    }

    /** The domain itself. */
    Optional<Domain> find(DomainName name) {
        return store.read(sql -> DomainTable.find(sql, name));
    }

    Page<Domain> page(@Nullable AccountName account, String after, int limit) {
        return Page.of(
                store.read(sql -> DomainTable.page(sql, account, after, limit + 1)),
                limit,
                domain -> domain.name().text());
    }

    /**
     * Gives the domain to the account, or, in a dry run, only checks whether that could be done.
     *
     * @param byAdministrator whose word stands above the list of public suffixes
     */
    Domain add(DomainName name, AccountName account, boolean byAdministrator, boolean dryRun) {
        if (!byAdministrator && suffixes.contains(name)) {
            throw taken();
        }
        Domain domain = new Domain(name, account, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        Work<Holder> check = sql -> check(sql, name, Holder.of(sql, account));
        if (dryRun) {
            store.read(sql -> check.run(sql).id());
            return domain;
        }
        return change(sql -> {
            DomainTable.insert(sql, name, check.run(sql).id(), domain.created());
            return domain;
        });
    }

    /** Takes the domain from its account. */
    void remove(DomainName name) {
        change(sql -> DomainTable.delete(sql, name));
    }

    private <T> T change(Work<T> work) {
        try {
            return store.write(work);
        } finally {
            owned.changed();
        }
    }

    private static Holder check(Sql sql, DomainName name, Holder holder) throws SQLException {
        Optional<Domain> above = DomainTable.nearest(sql, name);
        if ((above.isPresent() && !above.get().account().equals(holder.name()))
                || DomainTable.foreignBelow(sql, name, holder.id())) {
            throw taken();
        }
        if (above.filter(domain -> domain.name().equals(name)).isPresent()) {
            throw Problem.of(ProblemKind.CONFLICT, "domain.exists", "The domain is in this account already.")
                    .asException();
        }
        if (DomainTable.count(sql, holder.id()) >= holder.domains()) {
            throw Problem.of(
                            ProblemKind.LIMIT, "domain.limit", "The account has as many domains as its package allows.")
                    .asException();
        }
        return holder;
    }

    /** One answer to all who may not have it: they are not told which domains others hold. */
    private static ProblemException taken() {
        return Problem.of(ProblemKind.FORBIDDEN, "domain.taken", "This domain cannot be added to this account.")
                .asException();
    }
}
