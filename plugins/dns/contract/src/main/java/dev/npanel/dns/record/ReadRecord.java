package dev.npanel.dns.record;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.DomainName;

/** Asks for one record. */
public record ReadRecord(DomainName zone, RecordId id) implements Scoped {
    @Override
    public Scope scope() {
        return new Scope.Domain(zone);
    }
}
