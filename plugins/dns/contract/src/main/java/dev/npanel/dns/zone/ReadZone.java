package dev.npanel.dns.zone;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.DomainName;

/** Asks for what is known of a zone. */
public record ReadZone(DomainName zone) implements Scoped {
    @Override
    public Scope scope() {
        return new Scope.Domain(zone);
    }
}
