package dev.npanel.dns.bind.zone;

import dev.npanel.dns.zone.ZoneType;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that has to be known to make a zone again, but for its keys: those are in no journal, so a zone comes back unsigned.
 *
 * <p>Two states are equal when all but their serials are: a zone that is brought back is the same and has a later serial,
 * since others may have seen the old one.
 *
 * @param serial the serial that is served, or for a new zone the one before its first
 * @param sets all record sets
 */
public record ZoneState(ZoneType type, long serial, List<Rrset> sets) {
    public ZoneState {
        sets = sets.stream().sorted(Comparator.comparing(Rrset::place)).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ZoneState state && type == state.type && sets.equals(state.sets);
    }

    @Override
    public int hashCode() {
        return sets.hashCode();
    }
}
