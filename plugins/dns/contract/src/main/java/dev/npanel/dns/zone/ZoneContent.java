package dev.npanel.dns.zone;

import dev.npanel.dns.record.StoredRecord;
import java.util.List;

/**
 * A whole zone.
 *
 * @param records all but the SOA, in the order of {@link dev.npanel.dns.record.RecordPage}
 */
public record ZoneContent(ZoneInfo zone, Soa soa, List<StoredRecord> records) {
    public ZoneContent {
        records = List.copyOf(records);
    }
}
