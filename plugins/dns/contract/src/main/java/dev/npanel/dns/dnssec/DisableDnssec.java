package dev.npanel.dns.dnssec;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.DomainName;

/**
 * Asks for a zone to be no longer signed. Its keys are destroyed.
 *
 * @param parentHasNoDs the word of the zone's owner that the parent has had no DS for as long as its TTL; without it the call
 *     is refused with {@code CONFLICT}, since resolvers would take the zone for forged
 */
public record DisableDnssec(DomainName zone, boolean parentHasNoDs) implements Scoped {
    @Override
    public Scope scope() {
        return new Scope.Domain(zone);
    }
}
