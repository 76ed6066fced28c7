package dev.npanel.dns.zone;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.record.ResourceRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the records of a zone file to be put into a zone that is there: all of them or none.
 *
 * @param mode what becomes of the records that are there
 * @param soa the file's start of authority, or null to keep the zone's; its serial is taken when it is the later one
 * @param records without the SOA; at most 25,000
 */
public record ImportZone(
        DomainName zone, Mode mode, @Nullable Soa soa, List<ResourceRecord> records) implements Scoped {
    /** What becomes of the records that are there. */
    public enum Mode {
        /** The zone is afterwards what the file says. */
        REPLACE,
        /** Record sets of the file take the place of those with the same name and type; the others stay. */
        MERGE
    }

    public ImportZone {
        records = ZoneRecords.check(zone, records);
    }

    @Override
    public Scope scope() {
        return new Scope.Domain(zone);
    }
}
