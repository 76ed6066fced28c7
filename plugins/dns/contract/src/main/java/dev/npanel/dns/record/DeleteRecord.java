package dev.npanel.dns.record;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.DomainName;

/** Asks for the end of a record. */
public record DeleteRecord(DomainName zone, RecordId id) implements Scoped {
    @Override
    public Scope scope() {
        return new Scope.Domain(zone);
    }
}
