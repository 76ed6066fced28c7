package dev.npanel.dns.powerdns.zone;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.powerdns.rrset.Place;
import dev.npanel.dns.powerdns.rrset.Rrset;
import java.util.Collection;

/**
 * Which changes PowerDNS has to rectify a zone for: to find anew which names exist only because others lie below them, what
 * is below a delegation and, when the zone is signed, in which order denials name the names.
 *
 * <p>It goes through all records of the zone for that, 75 ms for 10,000 of them. A signed zone needs it with every change.
 * In any other zone a name just below the apex comes, or changes what it has, without any of this; so zones are made with
 * rectifying switched off ({@code API-RECTIFY}), and it is switched on for the changes that need it.
 */
final class Rectifying {
    private Rectifying() {}

    /** Whether a zone that is not signed has to be rectified when it gets these sets, as far as they tell. */
    static boolean isNeeded(DomainName zone, Collection<Rrset> sets) {
        return sets.stream().anyMatch(set -> isNeeded(zone, set));
    }

    private static boolean isNeeded(DomainName zone, Rrset set) {
        Place place = set.place();
        int labels = place.name().length() - zone.text().length() - 1;
        if (labels <= 0) {
            return false;
        }
        boolean direct = place.name().lastIndexOf('.', labels - 2) < 0;
        boolean delegates = place.type().equals("NS") || place.type().equals("DS");
        // a set that goes may take its name along, or leave it to the names below
        return !direct || delegates || set.isEmpty();
    }
}
