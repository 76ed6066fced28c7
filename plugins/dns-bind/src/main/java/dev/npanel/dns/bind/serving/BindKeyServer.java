package dev.npanel.dns.bind.serving;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.backend.key.HeldKey;
import dev.npanel.dns.backend.key.KeyServer;
import dev.npanel.dns.backend.key.KeysKey;
import dev.npanel.dns.backend.key.KeysState;
import dev.npanel.dns.backend.server.Served;
import dev.npanel.dns.backend.server.Zone;
import dev.npanel.dns.bind.change.RollHandler;
import dev.npanel.dns.bind.change.RollKey;
import dev.npanel.dns.bind.change.RollState;
import dev.npanel.dns.bind.key.Keys;
import dev.npanel.dns.bind.key.KeysHandler;
import dev.npanel.dns.bind.zone.Rrset;
import dev.npanel.dns.bind.zone.ZoneDoc;
import dev.npanel.dns.bind.zone.Zones;
import dev.npanel.host.step.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** How named signs zones. */
@Component(service = KeyServer.class)
public final class BindKeyServer implements KeyServer {
    private final Zones zones;
    private final Keys keys;

    @Activate
    public BindKeyServer(@Reference Zones zones, @Reference Keys keys) {
        this.zones = zones;
        this.keys = keys;
    }

    @Override
    public Signed signed(DomainName zone) {
        if (zones.info(zone).isEmpty()) {
            throw Served.unknown();
        }
        return new Signed(zone, keys.nsec3(zone), keys.of(zone), zones.roll(zone));
    }

    @Override
    public Signed signed(Zone zone) {
        DomainName name = zone.info().zone();
        List<HeldKey> held = keys.of(name);
        return new Signed(name, held.isEmpty() ? "" : keys.nsec3(name), held, zones.roll(name));
    }

    @Override
    public Signed changeable(DomainName zone) {
        zones.require(zone);
        return signed(zone);
    }

    @Override
    public Duration keyTtl(DomainName zone) {
        long ttl = zones.signing(zone, Type.DNSKEY).stream()
                .mapToLong(Record::getTTL)
                .max()
                .orElseGet(() -> zones.require(zone).soa().minimum());
        return Duration.ofSeconds(ttl);
    }

    @Override
    public Duration longestTtl(DomainName zone) {
        ZoneDoc doc = zones.require(zone);
        long longest = doc.sets().stream().mapToLong(Rrset::ttl).max().orElse(0);
        return Duration.ofSeconds(Math.max(longest, doc.soa().minimum()));
    }

    @Override
    public List<Step> steps(Signed present, @Nullable String note, @Nullable KeysState wanted) {
        List<Step> steps = new ArrayList<>();
        RollKey roll = new RollKey(present.zone());
        if (note != null) {
            steps.add(RollHandler.TYPE.put(roll, new RollState(note)));
        } else if (present.note().isPresent()) {
            steps.add(RollHandler.TYPE.remove(roll));
        }
        if (wanted != null) {
            steps.add(KeysHandler.TYPE.put(new KeysKey(present.zone()), wanted));
        }
        return steps;
    }
}
