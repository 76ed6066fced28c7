package dev.npanel.dns.panel.zone;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.dns.zone.ZonePage;
import dev.npanel.dns.zone.ZoneType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A zone as the client sees it.
 *
 * @param unicode the domain as people read it
 */
public record ZoneView(DomainName domain, String unicode, ZoneType type, long serial, boolean signed) {
    /** The view of a zone. */
    public static ZoneView of(ZoneInfo zone) {
        return new ZoneView(zone.zone(), zone.unicode(), zone.type(), zone.serial(), zone.signed());
    }

    /**
     * One page of zones.
     *
     * @param next what to ask for as {@code after}, or null at the end
     */
    public record Page(List<ZoneView> items, @Nullable DomainName next) {
        static Page of(ZonePage page) {
            return new Page(page.items().stream().map(ZoneView::of).toList(), page.next());
        }
    }
}
