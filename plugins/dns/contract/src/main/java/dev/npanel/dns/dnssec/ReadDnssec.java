package dev.npanel.dns.dnssec;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.DomainName;

/**
 * Asks how a zone is signed.
 */
public record ReadDnssec(DomainName zone) implements Scoped {
    @Override
    public Scope scope() {
        return new Scope.Domain(zone);
    }
}
