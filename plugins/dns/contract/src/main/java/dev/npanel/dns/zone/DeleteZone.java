package dev.npanel.dns.zone;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.DomainName;

/** Asks for the end of a zone, its records and its keys; a revert of the change brings the records back, not the keys. */
public record DeleteZone(DomainName zone) implements Scoped {
    @Override
    public Scope scope() {
        return new Scope.Domain(zone);
    }
}
