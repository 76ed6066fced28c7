package dev.npanel.dns.record;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * All records of one owner and type; they share one TTL (RFC 2181 section 5.2). A set without entries stands for a set that
 * is not there.
 *
 * @param entries in the order of their contents
 */
public record RecordSet(RecordName name, RecordType type, int ttl, List<Entry> entries) {

    public RecordSet {
        ttl = ResourceRecord.checkTtl(ttl);
        entries = entries.stream()
                .sorted((one, other) -> one.content().compareTo(other.content()))
                .toList();
    }

    /**
     * One record of the set.
     *
     * @param content canonical, see {@link ResourceRecord}
     * @param tag eight hexadecimal digits, unique in the set. A backend that finds a record without one gives it
     *     {@link #tagOf}; only tags that are different have to be kept beside the record.
     */
    public record Entry(String content, String tag) {
        /** The entry of a content that has no tag of its own. */
        public static Entry of(String content) {
            return new Entry(content, tagOf(content, 0));
        }

        /** Whether the tag follows from the content and need not be kept. */
        public boolean hasDerivedTag() {
            return tag.equals(tagOf(content, 0));
        }
    }

    /** The tag of a content, or another one for every {@code attempt} after the first. */
    public static String tagOf(String content, int attempt) {
        CRC32C crc = new CRC32C();
        crc.update(content.getBytes(StandardCharsets.UTF_8));
        crc.update(attempt);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    /** Whether there is no record in it. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The records, each with its id. */
    public List<StoredRecord> records() {
        return entries.stream()
                .map(entry -> new StoredRecord(RecordId.of(name, type, entry.tag()), name, type, ttl, entry.content()))
                .toList();
    }
}
