package dev.npanel.dns.powerdns.content;

import dev.npanel.api.action.ActionType;
import dev.npanel.dns.Dns;
import dev.npanel.dns.powerdns.record.Sorted;
import dev.npanel.dns.powerdns.rrset.Translation;
import dev.npanel.dns.powerdns.zone.ZoneDoc;
import dev.npanel.dns.powerdns.zone.Zones;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.StoredRecord;
import dev.npanel.dns.zone.ExportZone;
import dev.npanel.dns.zone.ZoneContent;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.zone.export}: what {@code dns.record.list} has, and the SOA. */
@Component(service = Action.class)
public final class ExportZoneAction implements Action<ExportZone, ZoneContent> {
    private final Zones zones;

    @Activate
    public ExportZoneAction(@Reference Zones zones) {
        this.zones = zones;
    }

    @Override
    public ActionType<ExportZone, ZoneContent> type() {
        return Dns.ZONE_EXPORT;
    }

    @Override
    public Plan<ZoneContent> plan(ExportZone request, HostView host) {
        ZoneDoc doc = zones.find(request.zone()).orElseThrow(() -> Zones.unknown());
        List<StoredRecord> records = Sorted.of(request.zone(), Translation.toContract(doc.sets())).stream()
                .filter(set -> set.type() != RecordType.SOA)
                .flatMap(set -> set.records().stream())
                .toList();
        return Plan.answer(new ZoneContent(doc.head().info(), doc.soa(), records));
    }
}
