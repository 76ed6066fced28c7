package dev.npanel.dns.dnssec;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.DomainName;

/**
 * Takes the roll on its way one step on, when it is time; otherwise nothing is changed.
 */
public record AdvanceRoll(DomainName zone) implements Scoped {
    @Override
    public Scope scope() {
        return new Scope.Domain(zone);
    }
}
