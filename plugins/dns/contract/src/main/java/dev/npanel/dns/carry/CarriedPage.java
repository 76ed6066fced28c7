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
     * @param fingerprint see {@link CarriedZone#fingerprint()}; null when it was not asked for
     */
    public record Item(DomainName zone, @Nullable String fingerprint) {}
}
