package dev.npanel.dns.powerdns.change;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.powerdns.rrset.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names record sets of a zone.
 *
 * @param serial the zone's serial is raised to this one with the change if it comes later, otherwise to the next; it is no
 *     part of the state, since it never goes back
 * @param delegated whether one of the names is delegated to another server before or after
 */
public record RrsetsKey(
        DomainName zone, List<Place> places, @Nullable Long serial, boolean delegated) {
    public RrsetsKey {
        places = places.stream().distinct().sorted().toList();
    }
}
