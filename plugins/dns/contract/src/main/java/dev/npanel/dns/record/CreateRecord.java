package dev.npanel.dns.record;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.DomainName;

/** Asks for a new record. When there are others of its name and type, all of them get its TTL (RFC 2181 section 5.2). */
public record CreateRecord(DomainName zone, ResourceRecord record) implements Scoped {
    @Override
    public Scope scope() {
        return new Scope.Domain(zone);
    }
}
