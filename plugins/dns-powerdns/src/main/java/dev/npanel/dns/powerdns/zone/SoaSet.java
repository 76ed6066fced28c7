package dev.npanel.dns.powerdns.zone;

import dev.npanel.dns.powerdns.rrset.Item;
import dev.npanel.dns.powerdns.rrset.Place;
import dev.npanel.dns.powerdns.rrset.Rrset;
import dev.npanel.dns.zone.Soa;
import java.util.List;

/**
 * The set of the start of authority. In the states of effects its serial is always 0, since it rises with every change: a
 * state is the same when everything else is.
 */
public final class SoaSet {
    private static final int SERIAL = 2;

    private SoaSet() {}

    /** A set for a zone. */
    public static Rrset of(Place place, Soa soa) {
        return withoutSerial(new Rrset(place, soa.ttl(), List.of(new Item(soa.content(), false, false)), List.of()));
    }

    /** The set with the serial 0, if it is a SOA. */
    public static Rrset withoutSerial(Rrset set) {
        return withSerial(set, 0);
    }

    /** The set with another serial, if it is a SOA. */
    static Rrset withSerial(Rrset set, long serial) {
        if (!set.place().type().equals("SOA") || set.isEmpty()) {
            return set;
        }
        String[] part = set.items().get(0).content().split(" ", -1);
        part[SERIAL] = Long.toString(serial);
        return set.withContent(String.join(" ", part));
    }
}
