package dev.npanel.dns.edit;

import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.ResourceRecord;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Record sets out of records. */
public final class RecordSets {
    private RecordSets() {}

    /** The records by owner and type; a set has the lowest TTL of its records, and each content once. */
    public static List<RecordSet> of(Collection<ResourceRecord> records) {
        return records.stream()
                .collect(Collectors.groupingBy(
                        ResourceRecord::name,
                        TreeMap::new,
                        Collectors.groupingBy(ResourceRecord::type, TreeMap::new, Collectors.toList())))
                .values()
                .stream()
                .flatMap(byType -> byType.values().stream())
                .map(RecordSets::set)
                .toList();
    }

    private static RecordSet set(List<ResourceRecord> records) {
        RecordName name = records.get(0).name();
        RecordType type = records.get(0).type();
        int ttl = records.stream().mapToInt(ResourceRecord::ttl).min().orElseThrow();
        List<RecordSet.Entry> entries = records.stream()
                .map(ResourceRecord::content)
                .distinct()
                .map(RecordSet.Entry::of)
                .toList();
        return new RecordSet(name, type, ttl, entries);
    }
}
