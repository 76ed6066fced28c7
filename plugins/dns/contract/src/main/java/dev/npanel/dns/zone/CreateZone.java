package dev.npanel.dns.zone;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.record.ResourceRecord;
import java.util.List;

/**
 * Asks for a new zone.
 *
 * @param records the first records, among them at least one NS at the apex and no SOA; at most 25,000
 */
public record CreateZone(DomainName zone, ZoneType type, Soa soa, List<ResourceRecord> records) implements Scoped {
    public CreateZone {
        records = ZoneRecords.check(zone, records);
    }

    @Override
    public Scope scope() {
        return new Scope.Domain(zone);
    }
}
