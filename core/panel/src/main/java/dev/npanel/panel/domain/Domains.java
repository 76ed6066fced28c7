package dev.npanel.panel.domain;

import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.DomainSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Who owns which domain. An OSGi service of the core; thread-safe. */
public interface Domains {
    /** The account that owns the domain: the owner of it or else of the nearest domain above it. */
    Optional<AccountName> ownerOf(DomainName domain);

    /** Since when the owner has had the domain, or the first of those above it: what was done to it before is none of theirs. */
    Optional<Instant> ownedSince(DomainName domain);

    /** The domains that were given to the account. */
    DomainSet ownedBy(AccountName account);

    /** Tells the names that are at or below the domain, and not at or below another of its owner's that lies between. */
    default Predicate<DomainName> belongingTo(DomainName domain) {
        List<DomainName> between = ownerOf(domain).map(this::ownedBy).stream()
                .flatMap(DomainSet::names)
                .filter(other -> !other.equals(domain) && other.isWithin(domain))
                .toList();
        return name -> name.isWithin(domain) && between.stream().noneMatch(name::isWithin);
    }
}
