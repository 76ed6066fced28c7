package dev.npanel.panel.domain;

import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import java.util.List;
import java.util.Optional;

/** Who owns which domain. An OSGi service of the core; thread-safe. */
public interface Domains {
    /** The account that owns the domain: the owner of it or else of the nearest domain above it. */
    Optional<AccountName> ownerOf(DomainName domain);

    /** The domains that were given to the account, sorted. */
    List<DomainName> ownedBy(AccountName account);
}
