package dev.npanel.dns.powerdns.record;

import dev.npanel.dns.record.RecordId;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.record.StoredRecord;

/** A record of a set, whose id is only made when the record is shown: of a large zone few are. */
record Row(RecordSet set, RecordSet.Entry entry) {
    StoredRecord record() {
        RecordId id = RecordId.of(set.name(), set.type(), entry.tag());
        return new StoredRecord(id, set.name(), set.type(), set.ttl(), entry.content());
    }
}
