package dev.npanel.dns.powerdns.serving;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.backend.key.HeldKey;
import dev.npanel.dns.backend.key.KeyServer;
import dev.npanel.dns.backend.key.KeysKey;
import dev.npanel.dns.backend.key.KeysState;
import dev.npanel.dns.backend.server.Served;
import dev.npanel.dns.backend.server.Zone;
import dev.npanel.dns.powerdns.change.MetadataHandler;
import dev.npanel.dns.powerdns.change.MetadataKey;
import dev.npanel.dns.powerdns.change.MetadataState;
import dev.npanel.dns.powerdns.key.Keys;
import dev.npanel.dns.powerdns.key.KeysHandler;
import dev.npanel.dns.powerdns.rrset.Rrset;
import dev.npanel.dns.powerdns.zone.ZoneDoc;
import dev.npanel.dns.powerdns.zone.ZoneHead;
import dev.npanel.dns.powerdns.zone.Zones;
import dev.npanel.host.step.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How PowerDNS signs zones; notes of rolls are metadata of theirs. */
@Component(service = KeyServer.class)
public final class PdnsKeyServer implements KeyServer {
    private final Zones zones;
    private final Keys keys;

    @Activate
    public PdnsKeyServer(@Reference Zones zones, @Reference Keys keys) {
        this.zones = zones;
        this.keys = keys;
    }

    @Override
    public Signed signed(DomainName zone) {
        return signed(zones.head(zone).orElseThrow(() -> Served.unknown()));
    }

    /** Without keys there is no roll, either. */
    @Override
    public Signed signed(Zone zone) {
        ZoneHead head = ((PdnsZone) zone).doc().head();
        List<HeldKey> held = keys.of(head.zone());
        return new Signed(head.zone(), head.nsec3(), held, held.isEmpty() ? Optional.empty() : roll(head.zone()));
    }

    @Override
    public Signed changeable(DomainName zone) {
        return signed(zones.require(zone));
    }

    /** PowerDNS gives DNSKEY records the last field of the SOA as TTL. */
    @Override
    public Duration keyTtl(DomainName zone) {
        return Duration.ofSeconds(zones.whole(zone).soa().minimum());
    }

    @Override
    public Duration longestTtl(DomainName zone) {
        ZoneDoc doc = zones.whole(zone);
        long longest = doc.sets().stream().mapToLong(Rrset::ttl).max().orElse(0);
        return Duration.ofSeconds(Math.max(longest, doc.soa().minimum()));
    }

    @Override
    public List<Step> steps(Signed present, @Nullable String note, @Nullable KeysState wanted) {
        DomainName zone = present.zone();
        List<Step> steps = new ArrayList<>(
                zones.head(zone).map(MetadataHandler::raisingSerial).orElse(List.of()));
        MetadataKey roll = new MetadataKey(zone, MetadataKey.Kind.ROLL);
        if (note != null) {
            steps.add(MetadataHandler.TYPE.put(roll, new MetadataState(note)));
        } else if (present.note().isPresent()) {
            steps.add(MetadataHandler.TYPE.remove(roll));
        }
        if (wanted != null) {
            steps.add(KeysHandler.TYPE.put(new KeysKey(zone), wanted));
        }
        return steps;
    }

    private Signed signed(ZoneHead head) {
        return new Signed(head.zone(), head.nsec3(), keys.of(head.zone()), roll(head.zone()));
    }

    private Optional<String> roll(DomainName zone) {
        return zones.metadata(zone, MetadataHandler.ROLL).stream().findFirst();
    }
}
