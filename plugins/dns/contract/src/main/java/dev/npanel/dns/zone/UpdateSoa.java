package dev.npanel.dns.zone;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.DomainName;

/** Asks for another start of authority; a serial that is not later than the present one is raised to the next. */
public record UpdateSoa(DomainName zone, Soa soa) implements Scoped {
    @Override
    public Scope scope() {
        return new Scope.Domain(zone);
    }
}
