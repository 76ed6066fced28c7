package dev.npanel.dns.backend.content;

import dev.npanel.api.action.ActionType;
import dev.npanel.dns.Dns;
import dev.npanel.dns.backend.record.Sorted;
import dev.npanel.dns.backend.server.NameServer;
import dev.npanel.dns.backend.server.Served;
import dev.npanel.dns.backend.server.Zone;
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
    private final NameServer server;

    @Activate
    public ExportZoneAction(@Reference NameServer server) {
        this.server = server;
    }

    @Override
    public ActionType<ExportZone, ZoneContent> type() {
        return Dns.ZONE_EXPORT;
    }

    @Override
    public Plan<ZoneContent> plan(ExportZone request, HostView host) {
        Zone zone = server.zone(request.zone()).orElseThrow(() -> Served.unknown());
        List<StoredRecord> records = Sorted.of(request.zone(), zone.sets()).stream()
                .flatMap(set -> set.records().stream())
                .toList();
        return Plan.answer(new ZoneContent(zone.info(), zone.soa(), records));
    }
}
