package dev.npanel.dns.bind.change;

import dev.npanel.dns.bind.zone.Rrset;
import java.util.Comparator;
import java.util.List;

/** A set for each place of the key, in the order of the places; empty ones for those that are not there. */
public record RrsetsState(List<Rrset> sets) {
    public RrsetsState {
        sets = sets.stream().sorted(Comparator.comparing(Rrset::place)).toList();
    }
}
