package dev.npanel.dns.powerdns.record;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The order in which the contract lists records: those of the apex first, then by name and type. */
public final class Sorted {
    private Sorted() {}

    /** The sets in order; their records are ordered already. */
    public static List<RecordSet> of(DomainName zone, Collection<RecordSet> sets) {
        Comparator<RecordSet> order = Comparator.<RecordSet>comparingInt(set -> rank(zone, set.name()))
                .thenComparing(RecordSet::name)
                .thenComparing(RecordSet::type);
        return sets.stream().sorted(order).toList();
    }

    static int rank(DomainName zone, RecordName name) {
        return name.text().equals(zone.text()) ? 0 : 1;
    }
}
