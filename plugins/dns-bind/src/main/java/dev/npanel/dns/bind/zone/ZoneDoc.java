package dev.npanel.dns.bind.zone;

import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.ZoneInfo;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A zone with its records, or with those of some names, as it was served at one moment.
 *
 * @param ours whether it is one that was made here
 * @param sets none of them empty; without what signing brings
 */
public record ZoneDoc(ZoneInfo info, boolean ours, Soa soa, List<Rrset> sets) {
    /** The sets by where they are. */
    public Map<Place, Rrset> byPlace() {
        return sets.stream().collect(Collectors.toMap(Rrset::place, Function.identity()));
    }

    /** Where the start of authority is. */
    public Place soaPlace() {
        return new Place(info.zone() + ".", Place.SOA);
    }
}
