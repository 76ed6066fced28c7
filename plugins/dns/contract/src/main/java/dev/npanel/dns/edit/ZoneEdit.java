package dev.npanel.dns.edit;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.problem.Violation;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.record.RecordChange;
import dev.npanel.dns.record.RecordId;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.ResourceRecord;
import dev.npanel.dns.record.StoredRecord;
import dev.npanel.dns.zone.ZoneReport.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes to records, worked out on the record sets of the names they touch. Not thread-safe: made, used and dropped by one
 * plan.
 */
public final class ZoneEdit {
    private final DomainName zone;
    private final Map<Place, RecordSet> sets = new TreeMap<>();
    private final Map<Place, RecordSet> changed = new LinkedHashMap<>();

    /**
     * @param present every record set of every name that the changes touch, see {@link #names}; more do no harm
     */
    public ZoneEdit(DomainName zone, Collection<RecordSet> present) {
        this.zone = zone;
        present.forEach(set -> sets.put(Place.of(set), set));
    }

    /** The names whose record sets have to be known to work out these changes. */
    public static Set<RecordName> names(List<RecordChange> changes) {
        return changes.stream().map(ZoneEdit::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Works the changes in, in their order, and checks the rules of every name they touch.
     *
     * @return the record of each change, after it or, for a deletion, before it
     * @throws ProblemException {@code INVALID}, {@code NOT_FOUND} or {@code CONFLICT}, naming the change
     */
    public List<StoredRecord> apply(List<RecordChange> changes) {
        List<StoredRecord> records = new ArrayList<>();
        for (int index = 0; index < changes.size(); index++) {
            try {
                records.add(apply(changes.get(index)));
            } catch (ProblemException refused) {
                throw changes.size() == 1 ? refused : at(index, refused);
            }
        }
        names(changes).forEach(this::check);
        return current(records);
    }

    /** The record sets that are different now; an empty one is to be taken away. */
    public List<RecordSet> changed() {
        return List.copyOf(changed.values());
    }

    private StoredRecord apply(RecordChange change) {
        if (change instanceof RecordChange.Add add) {
            return add(add.record());
        } else if (change instanceof RecordChange.Update update) {
            return update(update);
        }
        return delete(((RecordChange.Delete) change).id());
    }

    private StoredRecord add(ResourceRecord record) {
        refuseSoa(record.type());
        if (!record.name().isWithin(zone)) {
            throw Problem.invalid("name", "must lie in the zone " + zone).asException();
        }
        Place place = new Place(record.name(), record.type());
        List<RecordSet.Entry> entries = entries(place);
        if (entries.stream().anyMatch(entry -> entry.content().equals(record.content()))) {
            throw Problem.of(ProblemKind.CONFLICT, "dns.record.exists", "The record is there already.")
                    .asException();
        }
        RecordSet.Entry entry = new RecordSet.Entry(record.content(), freeTag(record.content(), entries));
        put(place, record.ttl(), Stream.concat(entries.stream(), Stream.of(entry)));
        return stored(place, record.ttl(), entry);
    }

    private StoredRecord update(RecordChange.Update update) {
        Place place = Place.of(update.id());
        refuseSoa(place.type());
        RecordSet.Entry old = find(update.id());
        List<RecordSet.Entry> others =
                entries(place).stream().filter(entry -> !entry.equals(old)).toList();
        if (others.stream().anyMatch(entry -> entry.content().equals(update.content()))) {
            throw Problem.of(ProblemKind.CONFLICT, "dns.record.exists", "The record is there already.")
                    .asException();
        }
        RecordSet.Entry entry = new RecordSet.Entry(update.content(), old.tag());
        put(place, update.ttl(), Stream.concat(others.stream(), Stream.of(entry)));
        return stored(place, update.ttl(), entry);
    }

    private StoredRecord delete(RecordId id) {
        Place place = Place.of(id);
        refuseSoa(place.type());
        RecordSet.Entry old = find(id);
        int ttl = set(place).ttl();
        put(place, ttl, entries(place).stream().filter(entry -> !entry.equals(old)));
        return stored(place, ttl, old);
    }

    private RecordSet.Entry find(RecordId id) {
        return entries(Place.of(id)).stream()
                .filter(entry -> entry.tag().equals(id.tag()))
                .findAny()
                .orElseThrow(() -> Problem.of(
                                ProblemKind.NOT_FOUND, "dns.record.unknown", "The zone has no record of this id.")
                        .asException());
    }

    private List<RecordSet.Entry> entries(Place place) {
        return set(place).entries();
    }

    private RecordSet set(Place place) {
        return sets.getOrDefault(place, new RecordSet(place.name(), place.type(), 0, List.of()));
    }

    private void put(Place place, int ttl, Stream<RecordSet.Entry> entries) {
        RecordSet set = new RecordSet(place.name(), place.type(), ttl, entries.toList());
        changed.put(place, set);
        sets.put(place, set);
    }

    private void check(RecordName name) {
        List<RecordSet> there = sets.values().stream()
                .filter(set -> set.name().equals(name) && !set.isEmpty())
                .toList();
        if (there.isEmpty() && !name.equals(RecordName.apex(zone))) {
            return;
        }
        List<Finding> findings = ZoneRules.check(zone, name, there);
        if (!findings.isEmpty()) {
            Finding first = findings.get(0);
            throw new Problem(
                            ProblemKind.INVALID,
                            "dns." + first.code(),
                            first.message(),
                            findings.stream()
                                    .map(finding -> new Violation("name", finding.message()))
                                    .toList(),
                            null,
                            null)
                    .asException();
        }
    }

    /** The records with the TTL that their sets have after the last change. */
    private List<StoredRecord> current(List<StoredRecord> records) {
        return records.stream()
                .map(record -> {
                    RecordSet set = changed.get(Place.of(record.id()));
                    return set == null || set.isEmpty()
                            ? record
                            : new StoredRecord(record.id(), record.name(), record.type(), set.ttl(), record.content());
                })
                .toList();
    }

    private static String freeTag(String content, List<RecordSet.Entry> entries) {
        Set<String> taken = entries.stream().map(RecordSet.Entry::tag).collect(Collectors.toSet());
        return Stream.iterate(0, attempt -> attempt + 1)
                .map(attempt -> RecordSet.tagOf(content, attempt))
                .filter(tag -> !taken.contains(tag))
                .findFirst()
                .orElseThrow();
    }

    private static StoredRecord stored(Place place, int ttl, RecordSet.Entry entry) {
        return new StoredRecord(
                RecordId.of(place.name(), place.type(), entry.tag()), place.name(), place.type(), ttl, entry.content());
    }

    private static void refuseSoa(RecordType type) {
        if (type == RecordType.SOA) {
            throw Problem.invalid("type", "must not be SOA, which is changed with the zone")
                    .asException();
        }
    }

    private static RecordName name(RecordChange change) {
        if (change instanceof RecordChange.Add add) {
            return add.record().name();
        } else if (change instanceof RecordChange.Update update) {
            return update.id().name();
        }
        return ((RecordChange.Delete) change).id().name();
    }

    private static ProblemException at(int index, ProblemException refused) {
        Problem problem = refused.problem();
        String where = "changes[" + index + "]";
        List<Violation> violations = problem.violations().isEmpty()
                ? List.of(new Violation(where, problem.message()))
                : problem.violations().stream().map(each -> each.within(where)).toList();
        return new ProblemException(
                new Problem(problem.kind(), problem.code(), problem.message(), violations, null, null), refused);
    }

    /** Where a record set is. */
    private record Place(RecordName name, RecordType type) implements Comparable<Place> {
        static Place of(RecordSet set) {
            return new Place(set.name(), set.type());
        }

        static Place of(RecordId id) {
            return new Place(id.name(), id.type());
        }

        @Override
        public int compareTo(Place other) {
            int byName = name.compareTo(other.name);
            return byName != 0 ? byName : type.compareTo(other.type);
        }
    }
}
