package dev.npanel.dns.powerdns.zone;

import dev.npanel.dns.powerdns.rrset.Rrset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that has to be known to make a zone again, but for its keys: those never leave PowerDNS, so a zone comes back unsigned.
 *
 * <p>Two states are equal when all but their serials are: a zone that is brought back is the same and has a later serial,
 * since others may have seen the old one.
 *
 * @param rectified whether PowerDNS is to rectify the zone with every change
 * @param serial the serial that is served, or for a new zone the one before its first
 * @param metadata what PowerDNS keeps beside the zone and lets us set
 * @param sets all record sets; the serial in the SOA is 0 and means nothing
 */
public record ZoneState(
        String kind,
        String account,
        String soaEdit,
        String soaEditApi,
        boolean rectified,
        long serial,
        List<Metadata> metadata,
        List<Rrset> sets) {
    public ZoneState {
        metadata = List.copyOf(metadata);
        sets = sets.stream()
                .sorted((one, other) -> one.place().compareTo(other.place()))
                .toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ZoneState state && withoutSerial().equals(state.withoutSerial());
    }

    @Override
    public int hashCode() {
        return withoutSerial().hashCode();
    }

    private List<Object> withoutSerial() {
        return List.of(kind, account, soaEdit, soaEditApi, rectified, metadata, sets);
    }
}
