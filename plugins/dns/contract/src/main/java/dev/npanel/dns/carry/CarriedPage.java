package dev.npanel.dns.carry;

import dev.npanel.api.value.DomainName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Zones of a name server.
 *
 * @param next what to ask for the zones after, or null when there are none
 */
public record CarriedPage(List<Item> items, @Nullable DomainName next) {
    public CarriedPage {
        items = List.copyOf(items);
    }

    /**
     * A zone.
     *
     * @param mark what was asked for of it, see {@link ListCarried.Detail}, and of a zone that was taken its fingerprint; or null
     */
    public record Item(DomainName zone, @Nullable String mark) {}
}
