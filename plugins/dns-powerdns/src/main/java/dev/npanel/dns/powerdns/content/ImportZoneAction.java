package dev.npanel.dns.powerdns.content;

import dev.npanel.api.action.ActionType;
import dev.npanel.dns.Dns;
import dev.npanel.dns.edit.RecordSets;
import dev.npanel.dns.powerdns.change.MetadataHandler;
import dev.npanel.dns.powerdns.change.RrsetsHandler;
import dev.npanel.dns.powerdns.rrset.Place;
import dev.npanel.dns.powerdns.rrset.Rrset;
import dev.npanel.dns.powerdns.rrset.Translation;
import dev.npanel.dns.powerdns.zone.SoaSet;
import dev.npanel.dns.powerdns.zone.ZoneDoc;
import dev.npanel.dns.powerdns.zone.ZoneHead;
import dev.npanel.dns.powerdns.zone.Zones;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.zone.ImportZone;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.zone.import}, D7: one change of PowerDNS, so all or nothing. REPLACE takes away whatever the file does not have, also
 * what the contract cannot express; MERGE leaves it. Records that stay keep their ids. */
@Component(service = Action.class)
public final class ImportZoneAction implements Action<ImportZone, ZoneInfo> {
    private final Zones zones;

    @Activate
    public ImportZoneAction(@Reference Zones zones) {
        this.zones = zones;
    }

    @Override
    public ActionType<ImportZone, ZoneInfo> type() {
        return Dns.ZONE_IMPORT;
    }

    @Override
    public Plan<ZoneInfo> plan(ImportZone request, HostView host) {
        ZoneDoc doc = zones.whole(request.zone());
        Map<Place, Rrset> present = doc.byPlace();
        List<Rrset> wanted = wanted(request, present);
        Rules.require(request.zone(), Translation.toContract(wanted));
        List<Rrset> changed = changed(wanted, present);
        Soa soa = request.soa();
        if (soa != null) {
            changed.add(SoaSet.of(doc.soaPlace(), soa));
        }
        List<Step> steps = new ArrayList<>();
        if (!changed.isEmpty()) {
            steps.addAll(MetadataHandler.raisingSerial(doc.head()));
            steps.add(RrsetsHandler.put(doc, changed, soa == null ? null : soa.serial()));
        }
        return Plan.reading(
                steps, after -> zones.head(request.zone()).map(ZoneHead::info).orElseThrow(() -> Zones.unknown()));
    }

    /** The zone as it is to be, with the SOA as it is. */
    private static List<Rrset> wanted(ImportZone request, Map<Place, Rrset> present) {
        Map<Place, Rrset> wanted = new TreeMap<>();
        present.forEach((place, set) -> {
            if (request.mode() == ImportZone.Mode.MERGE || place.type().equals("SOA")) {
                wanted.put(place, set);
            }
        });
        for (RecordSet set : RecordSets.of(request.records())) {
            Place place = Translation.place(set);
            if (set.type() != RecordType.SOA) {
                wanted.put(place, taken(set, request.mode(), present.get(place)));
            }
        }
        return List.copyOf(wanted.values());
    }

    private static Rrset taken(RecordSet set, ImportZone.Mode mode, @Nullable Rrset there) {
        if (there == null) {
            return Translation.toPdns(set, null);
        }
        RecordSet tagged =
                Translation.toContract(there).map(old -> Kept.tags(set, old)).orElse(set);
        return Translation.toPdns(tagged, mode == ImportZone.Mode.MERGE ? there : null);
    }

    private static List<Rrset> changed(List<Rrset> wanted, Map<Place, Rrset> present) {
        Map<Place, Rrset> gone = new TreeMap<>(present);
        List<Rrset> changed = new ArrayList<>();
        for (Rrset set : wanted) {
            if (!set.equals(gone.remove(set.place()))) {
                changed.add(set);
            }
        }
        gone.keySet().forEach(place -> changed.add(Rrset.none(place)));
        return changed;
    }
}
