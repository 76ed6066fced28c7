package dev.npanel.dns.record;

import dev.npanel.api.value.Text;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * All records of one owner and type; they share one TTL (RFC 2181 section 5.2). A set without entries stands for a set that
 * is not there.
 *
 * @param entries in the order of their contents, each with a tag of its own
 */
public record RecordSet(RecordName name, RecordType type, int ttl, List<Entry> entries) {

    public RecordSet {
        ttl = ResourceRecord.checkTtl(ttl);
        entries = distinct(entries.stream()
                .sorted((one, other) -> one.content().compareTo(other.content()))
                .toList());
    }

    /**
     * One record of the set.
     *
     * @param content canonical, see {@link ResourceRecord}
     * @param tag eight hexadecimal digits, unique in the set. A backend that finds a record without one gives it
     *     {@link #tagOf}; only tags that are different have to be kept beside the record.
     */
    public record Entry(String content, String tag) {
        private static final Pattern TAG = Pattern.compile("[0-9a-f]{8}");

        public Entry {
            if (!TAG.matcher(tag).matches()) {
                throw Text.refuse("must be eight hexadecimal digits");
            }
        }

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

    /** The first tag of a content that none of these records has. */
    public static String freeTag(String content, Set<String> taken) {
        return Stream.iterate(0, attempt -> attempt + 1)
                .map(attempt -> tagOf(content, attempt))
                .filter(tag -> !taken.contains(tag))
                .findFirst()
                .orElseThrow();
    }

    /** The entries with other tags where two had the same: a checksum of a content is no secret and can be met on purpose. */
    private static List<Entry> distinct(List<Entry> entries) {
        Set<String> taken = new HashSet<>();
        return entries.stream()
                .map(entry -> taken.add(entry.tag()) ? entry : new Entry(entry.content(), fresh(entry, taken)))
                .toList();
    }

    private static String fresh(Entry entry, Set<String> taken) {
        String tag = freeTag(entry.content(), taken);
        taken.add(tag);
        return tag;
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
