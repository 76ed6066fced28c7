package dev.npanel.dns.panel.record;

import dev.npanel.dns.record.RecordId;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.StoredRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as the client sees it.
 *
 * @param unicode the name as people read it, where that differs
 */
public record RecordView(
        RecordId id, RecordName name, @Nullable String unicode, RecordType type, int ttl, String content) {

    /** The view of a record. */
    public static RecordView of(StoredRecord record) {
        String unicode = record.name().unicode();
        return new RecordView(
                record.id(),
                record.name(),
                unicode.equals(record.name().text()) ? null : unicode,
                record.type(),
                record.ttl(),
                record.content());
    }
}
