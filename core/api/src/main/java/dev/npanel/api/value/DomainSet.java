package dev.npanel.api.value;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Domains with all that lies below them: whether a name is among them takes as long for a thousand as for one. Immutable. */
public final class DomainSet {
    private final Set<String> domains;

    public DomainSet(Collection<DomainName> domains) {
        this.domains = domains.stream().map(DomainName::text).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the name is one of the domains or lies below one. */
    public boolean covers(DomainName name) {
        String rest = name.text();
        while (!domains.contains(rest)) {
            int dot = rest.indexOf('.');
            if (dot < 0) {
                return false;
            }
            rest = rest.substring(dot + 1);
        }
        return true;
    }
}
