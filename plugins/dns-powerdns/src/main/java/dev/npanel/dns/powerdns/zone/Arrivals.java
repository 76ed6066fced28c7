package dev.npanel.dns.powerdns.zone;

import dev.npanel.api.value.DomainName;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Zones that come from another name server. Thread-safe. */
@Component(service = Arrivals.class)
public final class Arrivals {
    private static final String ROLL = "X-NPANEL-ROLL";

    private final Zones zones;
    private final ZoneHandler handler;

    @Activate
    public Arrivals(@Reference Zones zones) {
        this.zones = zones;
        this.handler = new ZoneHandler(zones);
    }

    /** Makes a zone, and returns when it is served. */
    public void make(DomainName zone, ZoneState state) {
        handler.write(new ZoneKey(zone), state);
    }

    /** Notes a key roll. */
    public void note(DomainName zone, String roll) {
        zones.putMetadata(zone, new Metadata(ROLL, List.of(roll)));
    }

    /** Ends a zone; nothing to do when there is none. */
    public void remove(DomainName zone) {
        handler.write(new ZoneKey(zone), null);
    }
}
