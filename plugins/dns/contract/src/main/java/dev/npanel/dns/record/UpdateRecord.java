package dev.npanel.dns.record;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.DomainName;

/** Asks for another TTL and content of a record; name, type and id stay. */
public record UpdateRecord(DomainName zone, RecordChange.Update update) implements Scoped {
    @Override
    public Scope scope() {
        return new Scope.Domain(zone);
    }
}
