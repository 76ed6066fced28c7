package dev.npanel.dns.backend.lifecycle;

import dev.npanel.api.action.ActionType;
import dev.npanel.dns.Dns;
import dev.npanel.dns.backend.server.NameServer;
import dev.npanel.dns.backend.server.Served;
import dev.npanel.dns.backend.server.Zone;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.zone.DeleteZone;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.zone.delete}; the answer is what the zone was. */
@Component(service = Action.class)
public final class DeleteZoneAction implements Action<DeleteZone, ZoneInfo> {
    private final NameServer server;

    @Activate
    public DeleteZoneAction(@Reference NameServer server) {
        this.server = server;
    }

    @Override
    public ActionType<DeleteZone, ZoneInfo> type() {
        return Dns.ZONE_DELETE;
    }

    @Override
    public Plan<ZoneInfo> plan(DeleteZone request, HostView host) {
        Zone zone = Served.changeable(server.zone(request.zone(), Set.of(RecordName.apex(request.zone())))
                .orElseThrow(() -> Served.unknown()));
        return Plan.of(List.of(server.deleting(request.zone())), zone.info());
    }
}
