package dev.npanel.dns.backend.content;

import dev.npanel.api.action.ActionType;
import dev.npanel.dns.Dns;
import dev.npanel.dns.backend.server.Changing;
import dev.npanel.dns.backend.server.NameServer;
import dev.npanel.dns.backend.server.Served;
import dev.npanel.dns.backend.server.Zone;
import dev.npanel.dns.edit.RecordSets;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.zone.ImportZone;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code dns.zone.import}, D7: one change, so all or nothing. REPLACE takes away whatever the file does not have, also what
 * the contract cannot express; MERGE leaves it. Records that stay keep their ids.
 */
@Component(service = Action.class)
public final class ImportZoneAction implements Action<ImportZone, ZoneInfo> {
    private final NameServer server;

    @Activate
    public ImportZoneAction(@Reference NameServer server) {
        this.server = server;
    }

    @Override
    public ActionType<ImportZone, ZoneInfo> type() {
        return Dns.ZONE_IMPORT;
    }

    @Override
    public Plan<ZoneInfo> plan(ImportZone request, HostView host) {
        Zone zone = Served.changeable(server.zone(request.zone()).orElseThrow(() -> Served.unknown()));
        Map<Place, RecordSet> present = byPlace(zone.sets());
        List<RecordSet> taken = RecordSets.of(request.records()).stream()
                .filter(set -> set.type() != RecordType.SOA)
                .map(set -> taken(set, present))
                .toList();
        boolean merged = request.mode() == ImportZone.Mode.MERGE;
        Map<Place, RecordSet> wanted = merged ? new TreeMap<>(present) : new TreeMap<>();
        wanted.putAll(byPlace(taken));
        Rules.require(request.zone(), wanted.values());
        Changing change = merged
                ? zone.put(changed(taken, present), request.soa())
                : zone.replace(List.copyOf(wanted.values()), request.soa());
        return Plan.reading(change.steps(), after -> server.info(request.zone()).orElseThrow(() -> Served.unknown()));
    }

    private static RecordSet taken(RecordSet set, Map<Place, RecordSet> present) {
        RecordSet there = present.get(Place.of(set));
        return there == null ? set : Kept.tags(set, there);
    }

    private static List<RecordSet> changed(List<RecordSet> taken, Map<Place, RecordSet> present) {
        return taken.stream()
                .filter(set -> !set.equals(present.get(Place.of(set))))
                .toList();
    }

    private static Map<Place, RecordSet> byPlace(List<RecordSet> sets) {
        return sets.stream()
                .collect(Collectors.toMap(Place::of, Function.identity(), (one, other) -> one, TreeMap::new));
    }

    private record Place(RecordName name, RecordType type) implements Comparable<Place> {
        static Place of(RecordSet set) {
            return new Place(set.name(), set.type());
        }

        @Override
        public int compareTo(Place other) {
            int byName = name.compareTo(other.name);
            return byName != 0 ? byName : type.compareTo(other.type);
        }
    }
}
