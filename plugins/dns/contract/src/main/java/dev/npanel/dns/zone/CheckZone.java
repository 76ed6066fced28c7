package dev.npanel.dns.zone;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.DomainName;

/** Asks what is wrong, or looks wrong, in a zone. */
public record CheckZone(DomainName zone) implements Scoped {
    @Override
    public Scope scope() {
        return new Scope.Domain(zone);
    }
}
