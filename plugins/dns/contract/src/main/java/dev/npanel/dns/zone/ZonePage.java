package dev.npanel.dns.zone;

import dev.npanel.api.value.DomainName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Zones, in the order of their names.
 *
 * @param next the last zone of this page when there are more, to ask for as {@code after}; null at the end
 */
public record ZonePage(List<ZoneInfo> items, @Nullable DomainName next) {
    public ZonePage {
        items = List.copyOf(items);
    }
}
