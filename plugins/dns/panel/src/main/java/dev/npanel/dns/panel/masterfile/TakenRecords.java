package dev.npanel.dns.panel.masterfile;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.edit.RecordSets;
import dev.npanel.dns.edit.ZoneRules;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.ResourceRecord;
import dev.npanel.dns.zone.ZoneReport.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The records of a zone file so far, each once. Not thread-safe. */
final class TakenRecords {
    /** What only a whole zone has to keep; the other records of a name may be in the zone already. */
    private static final Set<String> WHOLE = Set.of("no-ns", "ds-without-ns");

    private final DomainName zone;
    private final List<Remark> notes;
    private final Map<Key, ResourceRecord> records = new LinkedHashMap<>();
    private final Map<SetKey, Integer> ttls = new LinkedHashMap<>();
    private final Map<RecordName, Integer> lines = new LinkedHashMap<>();

    TakenRecords(DomainName zone, List<Remark> notes) {
        this.zone = zone;
        this.notes = notes;
    }

    void add(int line, ResourceRecord record) {
        lines.putIfAbsent(record.name(), line);
        if (records.putIfAbsent(new Key(record.name(), record.type(), record.content()), record) != null) {
            notes.add(new Remark(line, "is in the file already, and taken once"));
        }
        SetKey set = new SetKey(record.name(), record.type());
        Integer other = ttls.putIfAbsent(set, record.ttl());
        if (other != null && other != record.ttl()) {
            notes.add(new Remark(line, "has another TTL than its record set; the lowest is taken for all of them"));
            ttls.merge(set, record.ttl(), Math::min);
        }
    }

    List<ResourceRecord> records() {
        return records.values().stream()
                .map(record -> {
                    Integer ttl = ttls.get(new SetKey(record.name(), record.type()));
                    return ttl == null || ttl == record.ttl()
                            ? record
                            : new ResourceRecord(record.name(), record.type(), ttl, record.content());
                })
                .toList();
    }

    /** Which rules the records break together. */
    List<Remark> broken(boolean whole) {
        Map<RecordName, List<RecordSet>> sets = RecordSets.of(records.values()).stream()
                .collect(Collectors.groupingBy(RecordSet::name, TreeMap::new, Collectors.toList()));
        RecordName apex = RecordName.apex(zone);
        List<Remark> broken = new ArrayList<>();
        if (whole && !sets.containsKey(apex)) {
            findings(apex, List.of(), true).forEach(broken::add);
        }
        sets.forEach((name, there) -> findings(name, there, whole).forEach(broken::add));
        return broken;
    }

    private Stream<Remark> findings(RecordName name, Collection<RecordSet> sets, boolean whole) {
        return ZoneRules.check(zone, name, sets).stream()
                .filter(finding -> whole || !WHOLE.contains(finding.code()))
                .map((Finding finding) -> new Remark(
                        finding.code().equals("no-ns") ? 0 : lines.getOrDefault(name, 0), finding.message()));
    }

    private record Key(RecordName name, RecordType type, String content) {}

    private record SetKey(RecordName name, RecordType type) {}
}
