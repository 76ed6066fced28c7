package dev.npanel.dns.powerdns.zone;

import dev.npanel.dns.backend.server.Away;
import dev.npanel.dns.powerdns.rrset.Place;
import dev.npanel.dns.powerdns.rrset.Rrset;
import dev.npanel.dns.zone.Soa;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A zone with its records, or with those of some names: only sets that are not empty. */
public record ZoneDoc(ZoneHead head, List<Rrset> sets) {
    /** The sets by where they are. */
    public Map<Place, Rrset> byPlace() {
        return sets.stream().collect(Collectors.toMap(Rrset::place, Function.identity(), (one, other) -> one));
    }

    /** Where the start of authority is. */
    public Place soaPlace() {
        return new Place(head.zone() + ".", "SOA");
    }

    /** The set of the start of authority, which every zone that was read whole or at its apex has. */
    public Rrset soaSet() {
        return sets.stream()
                .filter(set -> set.place().equals(soaPlace()))
                .findAny()
                .orElseThrow(() -> Away.because(new IllegalStateException("a zone without SOA")));
    }

    /** The start of authority, with the serial that is served. */
    public Soa soa() {
        Rrset set = soaSet();
        int ttl = (int) Math.min(set.ttl(), Integer.MAX_VALUE);
        return Soa.parse(set.items().get(0).content(), ttl).withSerial(head.serial());
    }
}
