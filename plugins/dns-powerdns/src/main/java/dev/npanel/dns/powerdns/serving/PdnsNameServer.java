package dev.npanel.dns.powerdns.serving;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.backend.server.NameServer;
import dev.npanel.dns.backend.server.Zone;
import dev.npanel.dns.powerdns.rrset.Place;
import dev.npanel.dns.powerdns.rrset.Rrset;
import dev.npanel.dns.powerdns.rrset.Translation;
import dev.npanel.dns.powerdns.zone.SoaSet;
import dev.npanel.dns.powerdns.zone.ZoneHandler;
import dev.npanel.dns.powerdns.zone.ZoneHead;
import dev.npanel.dns.powerdns.zone.ZoneKey;
import dev.npanel.dns.powerdns.zone.ZoneState;
import dev.npanel.dns.powerdns.zone.Zones;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.zone.CreateZone;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.dns.zone.ZoneType;
import dev.npanel.host.step.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The zones of PowerDNS. Zones are made with the SOA-EDIT-API INCREASE: it raises the serial with every change. */
@Component(service = NameServer.class)
public final class PdnsNameServer implements NameServer {
    private static final long MODULUS = 1L << 32;

    private final Zones zones;

    @Activate
    public PdnsNameServer(@Reference Zones zones) {
        this.zones = zones;
    }

    @Override
    public Optional<ZoneInfo> info(DomainName zone) {
        return zones.head(zone).map(ZoneHead::info);
    }

    @Override
    public List<ZoneInfo> infos(Predicate<DomainName> wanted, int most) {
        return zones.heads(wanted, most).stream().map(ZoneHead::info).toList();
    }

    @Override
    public Stream<DomainName> names() {
        return zones.names();
    }

    @Override
    public Optional<Zone> zone(DomainName zone) {
        return zones.find(zone).map(PdnsZone::new);
    }

    @Override
    public Optional<Zone> zone(DomainName zone, Set<RecordName> names) {
        return zones.find(zone, names).map(PdnsZone::new);
    }

    @Override
    public Step creating(CreateZone request, List<RecordSet> sets) {
        return ZoneHandler.TYPE.put(
                new ZoneKey(request.zone()), state(request.zone(), request.type(), request.soa(), sets));
    }

    /** What a zone with this start of authority and these records is to be. */
    public static ZoneState state(DomainName zone, ZoneType type, Soa soa, List<RecordSet> sets) {
        List<Rrset> all = new ArrayList<>();
        all.add(SoaSet.of(new Place(zone + ".", "SOA"), soa));
        sets.forEach(set -> all.add(Translation.toPdns(set, null)));
        long before = Math.floorMod(soa.serial() - 1, MODULUS);
        return new ZoneState(ZoneHead.kind(type), "", "", "INCREASE", false, before, List.of(), all);
    }

    @Override
    public Step deleting(DomainName zone) {
        return ZoneHandler.TYPE.remove(new ZoneKey(zone));
    }
}
