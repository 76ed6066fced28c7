package dev.npanel.dns.record;

import java.util.List;

/** What became of the changes: a record for each of them, in their order; for a deletion the record as it was. */
public record ChangedRecords(List<StoredRecord> records) {
    public ChangedRecords {
        records = List.copyOf(records);
    }
}
