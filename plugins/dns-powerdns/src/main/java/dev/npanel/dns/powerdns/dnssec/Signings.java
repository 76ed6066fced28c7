package dev.npanel.dns.powerdns.dnssec;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.dnssec.DnssecInfo;
import dev.npanel.dns.powerdns.change.MetadataHandler;
import dev.npanel.dns.powerdns.change.MetadataKey;
import dev.npanel.dns.powerdns.change.MetadataState;
import dev.npanel.dns.powerdns.key.Keys;
import dev.npanel.dns.powerdns.key.KeysHandler;
import dev.npanel.dns.powerdns.key.KeysKey;
import dev.npanel.dns.powerdns.key.KeysState;
import dev.npanel.dns.powerdns.rrset.Rrset;
import dev.npanel.dns.powerdns.zone.ZoneDoc;
import dev.npanel.dns.powerdns.zone.ZoneHead;
import dev.npanel.dns.powerdns.zone.Zones;
import dev.npanel.host.action.Plan;
import dev.npanel.host.step.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads how zones are signed, and makes the plans that change it. Thread-safe; keeps nothing. */
@Component(service = Signings.class)
public final class Signings {
    private final Zones zones;
    private final Keys keys;
    private final Clock clock;

    @Activate
    public Signings(@Reference Zones zones, @Reference Keys keys) {
        this(zones, keys, Clock.systemUTC());
    }

    /** @param clock by which rolls wait */
    public Signings(Zones zones, Keys keys, Clock clock) {
        this.zones = zones;
        this.keys = keys;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Signing read(DomainName zone) {
        return signing(zones.head(zone).orElseThrow(() -> Zones.unknown()));
    }

    /** As {@link #read}, of a zone that is changed here. */
    Signing require(DomainName zone) {
        return signing(zones.require(zone));
    }

    /** How long resolvers keep the zone's DNSKEY records: PowerDNS gives them the last field of the SOA as TTL. */
    Duration keyTtl(DomainName zone) {
        return Duration.ofSeconds(zones.whole(zone).soa().minimum());
    }

    /** How long resolvers keep anything of the zone, and so its signature. */
    Duration longestTtl(DomainName zone) {
        ZoneDoc doc = zones.whole(zone);
        long longest = doc.sets().stream().mapToLong(Rrset::ttl).max().orElse(0);
        return Duration.ofSeconds(Math.max(longest, doc.soa().minimum()));
    }

    /**
     * The plan that notes a roll and changes the keys: the keys last, since what they lose cannot be brought back.
     *
     * @param note null to end all talk of a roll
     * @param wanted null to leave the keys alone
     */
    Plan<DnssecInfo> plan(Signing present, @Nullable RollNote note, @Nullable KeysState wanted) {
        DomainName zone = present.head().zone();
        List<Step> steps = new ArrayList<>(MetadataHandler.raisingSerial(present.head()));
        MetadataKey roll = new MetadataKey(zone, MetadataKey.Kind.ROLL);
        if (note != null) {
            steps.add(MetadataHandler.TYPE.put(roll, new MetadataState(note.text())));
        } else if (present.roll().isPresent()) {
            steps.add(MetadataHandler.TYPE.remove(roll));
        }
        if (wanted != null) {
            steps.add(KeysHandler.TYPE.put(new KeysKey(zone), wanted));
        }
        return Plan.reading(steps, host -> read(zone).info());
    }

    private Signing signing(ZoneHead head) {
        return new Signing(
                head,
                keys.of(head.zone()),
                zones.metadata(head.zone(), MetadataHandler.ROLL).stream()
                        .findFirst()
                        .map(RollNote::parse));
    }
}
