package dev.npanel.dns.bind.serving;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.backend.server.NameServer;
import dev.npanel.dns.backend.server.Zone;
import dev.npanel.dns.bind.zone.Place;
import dev.npanel.dns.bind.zone.Rrset;
import dev.npanel.dns.bind.zone.Translation;
import dev.npanel.dns.bind.zone.ZoneHandler;
import dev.npanel.dns.bind.zone.ZoneKey;
import dev.npanel.dns.bind.zone.ZoneState;
import dev.npanel.dns.bind.zone.Zones;
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

/** The zones of named. */
@Component(service = NameServer.class)
public final class BindNameServer implements NameServer {
    private static final long MODULUS = 1L << 32;

    private final Zones zones;

    @Activate
    public BindNameServer(@Reference Zones zones) {
        this.zones = zones;
    }

    @Override
    public Optional<ZoneInfo> info(DomainName zone) {
        return zones.info(zone);
    }

    @Override
    public List<ZoneInfo> infos(Predicate<DomainName> wanted, int most) {
        return zones.infos(wanted, most);
    }

    @Override
    public Stream<DomainName> names() {
        return zones.names().stream();
    }

    @Override
    public Optional<Zone> zone(DomainName zone) {
        return zones.find(zone).map(BindZone::new);
    }

    @Override
    public Optional<Zone> zone(DomainName zone, Set<RecordName> names) {
        return zones.find(zone, names).map(BindZone::new);
    }

    @Override
    public Step creating(CreateZone request, List<RecordSet> sets) {
        return ZoneHandler.TYPE.put(
                new ZoneKey(request.zone()), state(request.zone(), request.type(), request.soa(), sets));
    }

    /** What a zone with this start of authority and these records is to be. */
    public static ZoneState state(DomainName zone, ZoneType type, Soa soa, List<RecordSet> sets) {
        List<Rrset> all = new ArrayList<>();
        all.add(BindZone.soa(new Place(zone + ".", "SOA"), soa));
        sets.forEach(set -> all.add(Translation.toRrset(set)));
        return new ZoneState(type, Math.floorMod(soa.serial() - 1, MODULUS), all);
    }

    @Override
    public Step deleting(DomainName zone) {
        return ZoneHandler.TYPE.remove(new ZoneKey(zone));
    }
}
