package dev.npanel.dns.dnssec;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.DomainName;

/**
 * Asks for a zone to be signed, with a KSK and a ZSK of ECDSA P-256 (algorithm 13, RFC 8624).
 *
 * @param nsec3 whether names that do not exist are denied by hashes (RFC 9276: no salt, no extra iterations)
 */
public record EnableDnssec(DomainName zone, boolean nsec3) implements Scoped {
    @Override
    public Scope scope() {
        return new Scope.Domain(zone);
    }
}
