package dev.npanel.dns.zone;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.DomainName;

/** Asks for the start of authority of a zone, with the serial that is served. */
public record ReadSoa(DomainName zone) implements Scoped {
    @Override
    public Scope scope() {
        return new Scope.Domain(zone);
    }
}
