package dev.npanel.dns.backend.record;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.record.RecordSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The order in which the contract lists records: those of the apex first, then by name and type. */
public final class Sorted {
    private Sorted() {}

    /** The sets in order; their records are ordered already. */
    public static List<RecordSet> of(DomainName zone, Collection<RecordSet> sets) {
        return sets.stream().sorted(order(zone)).toList();
    }

    static Comparator<RecordSet> order(DomainName zone) {
        return Comparator.<RecordSet>comparingInt(set -> set.name().text().equals(zone.text()) ? 0 : 1)
                .thenComparing(RecordSet::name)
                .thenComparing(RecordSet::type);
    }
}
