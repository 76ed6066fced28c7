package dev.npanel.dns.bind.zone;

import dev.npanel.api.value.DomainName;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Zones that come from another name server. Thread-safe. */
@Component(service = Arrivals.class)
public final class Arrivals {
    private final ZoneHandler handler;
    private final Updates updates;

    @Activate
    public Arrivals(
            @Reference Zones zones, @Reference ZoneFiles files, @Reference Updates updates, @Reference Turns turns) {
        this.handler = new ZoneHandler(zones, files, updates, turns);
        this.updates = updates;
    }

    /** Makes a zone, and returns when it is served. */
    public void make(DomainName zone, ZoneState state) {
        handler.write(new ZoneKey(zone), state);
    }

    /** Notes a key roll. */
    public void note(DomainName zone, String roll) {
        updates.roll(zone, Optional.of(roll));
    }

    /** Ends a zone; nothing to do when there is none. */
    public void remove(DomainName zone) {
        handler.write(new ZoneKey(zone), null);
    }
}
