package dev.npanel.dns.backend.record;

import dev.npanel.dns.record.RecordId;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.record.StoredRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record of a set, whose id is only made when the record is first shown: of a large zone few are. Thread-safe. */
final class Row {
    private final RecordSet set;
    private final RecordSet.Entry entry;
    private volatile @Nullable StoredRecord shown;

    private Row(RecordSet set, RecordSet.Entry entry) {
        this.set = set;
        this.entry = entry;
    }

    /** The records of the sets, in their order. */
    static List<Row> of(List<RecordSet> sets) {
        return sets.stream()
                .flatMap(set -> set.entries().stream().map(entry -> new Row(set, entry)))
                .toList();
    }

    RecordSet set() {
        return set;
    }

    RecordSet.Entry entry() {
        return entry;
    }

    StoredRecord record() {
        StoredRecord record = shown;
        if (record == null) {
            RecordId id = RecordId.of(set.name(), set.type(), entry.tag());
            record = new StoredRecord(id, set.name(), set.type(), set.ttl(), entry.content());
            shown = record;
        }
        return record;
    }
}
