package dev.npanel.dns.bind.change;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.bind.zone.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names record sets of a zone.
 *
 * @param serial the zone's serial is raised to this one with the change if it comes later, otherwise to the next; it is no
 *     part of the state, since it never goes back
 */
public record RrsetsKey(
        DomainName zone, List<Place> places, @Nullable Long serial) {
    public RrsetsKey {
        places = places.stream().distinct().sorted().toList();
    }
}
