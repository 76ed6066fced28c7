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

/**
 * Changes to records, worked out on the record sets of the names they touch. Not thread-safe: made, used and dropped by one
 * plan.
 */
public final class ZoneEdit {
    private final DomainName zone;
    private final Map<RecordName, Map<RecordType, SetDraft>> drafts = new TreeMap<>();
    private final Map<RecordName, Integer> touched = new LinkedHashMap<>();

    /**
     * @param present every record set of every name that the changes touch, see {@link #names}; more do no harm
     */
    public ZoneEdit(DomainName zone, Collection<RecordSet> present) {
        this.zone = zone;
        present.forEach(set -> at(set.name()).put(set.type(), new SetDraft(set)));
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
                touched.putIfAbsent(name(changes.get(index)), index);
                records.add(apply(changes.get(index)));
            } catch (ProblemException refused) {
                throw changes.size() == 1 ? refused : at(index, refused);
            }
        }
        touched.forEach((name, index) -> check(name, index, changes.size() == 1));
        return records.stream().map(this::current).toList();
    }

    /** The record sets that are different now; an empty one is to be taken away. */
    public List<RecordSet> changed() {
        return drafts.values().stream()
                .flatMap(byType -> byType.values().stream())
                .filter(SetDraft::isChanged)
                .map(SetDraft::result)
                .toList();
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
        if (!record.name().isWithin(zone)) {
            throw Problem.invalid("name", "must lie in the zone " + zone).asException();
        }
        SetDraft draft = draft(record.name(), record.type());
        if (draft.has(record.content())) {
            throw exists();
        }
        return draft.add(record.content(), record.ttl());
    }

    private StoredRecord update(RecordChange.Update update) {
        SetDraft draft = draft(update.id().name(), update.id().type());
        String old = find(draft, update.id());
        if (!old.equals(update.content()) && draft.has(update.content())) {
            throw exists();
        }
        return draft.replace(update.id().tag(), update.content(), update.ttl());
    }

    private StoredRecord delete(RecordId id) {
        SetDraft draft = draft(id.name(), id.type());
        find(draft, id);
        return draft.remove(id.tag());
    }

    private static String find(SetDraft draft, RecordId id) {
        return draft.content(id.tag())
                .orElseThrow(() -> Problem.of(
                                ProblemKind.NOT_FOUND, "dns.record.unknown", "The zone has no record of this id.")
                        .asException());
    }

    private Map<RecordType, SetDraft> at(RecordName name) {
        return drafts.computeIfAbsent(name, unknown -> new TreeMap<>());
    }

    private SetDraft draft(RecordName name, RecordType type) {
        if (type == RecordType.SOA) {
            throw Problem.invalid("type", "must not be SOA, which is changed with the zone")
                    .asException();
        }
        return at(name).computeIfAbsent(type, unknown -> new SetDraft(new RecordSet(name, type, 0, List.of())));
    }

    private void check(RecordName name, int index, boolean single) {
        List<RecordSet> there = at(name).values().stream()
                .map(SetDraft::result)
                .filter(set -> !set.isEmpty())
                .toList();
        if (there.isEmpty() && !name.equals(RecordName.apex(zone))) {
            return;
        }
        List<Finding> findings = ZoneRules.check(zone, name, there);
        if (!findings.isEmpty()) {
            Finding first = findings.get(0);
            List<Violation> violations = findings.stream()
                    .map(finding -> new Violation("name", finding.message()))
                    .map(violation -> single ? violation : violation.within(where(index)))
                    .toList();
            throw new Problem(ProblemKind.INVALID, "dns." + first.code(), first.message(), violations, null, null)
                    .asException();
        }
    }

    /** The record with the TTL that its set has after the last change. */
    private StoredRecord current(StoredRecord record) {
        SetDraft draft = draft(record.name(), record.type());
        return draft.content(record.id().tag()).isEmpty()
                ? record
                : new StoredRecord(record.id(), record.name(), record.type(), draft.ttl(), record.content());
    }

    private static RecordName name(RecordChange change) {
        if (change instanceof RecordChange.Add add) {
            return add.record().name();
        } else if (change instanceof RecordChange.Update update) {
            return update.id().name();
        }
        return ((RecordChange.Delete) change).id().name();
    }

    private static ProblemException exists() {
        return Problem.of(ProblemKind.CONFLICT, "dns.record.exists", "The record is there already.")
                .asException();
    }

    private static ProblemException at(int index, ProblemException refused) {
        Problem problem = refused.problem();
        List<Violation> violations = problem.violations().isEmpty()
                ? List.of(new Violation(where(index), problem.message()))
                : problem.violations().stream()
                        .map(each -> each.within(where(index)))
                        .toList();
        return new ProblemException(
                new Problem(problem.kind(), problem.code(), problem.message(), violations, null, null), refused);
    }

    private static String where(int index) {
        return "changes[" + index + "]";
    }
}
