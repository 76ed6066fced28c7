package dev.npanel.dns.backend.lifecycle;

import dev.npanel.api.action.ActionType;
import dev.npanel.dns.Dns;
import dev.npanel.dns.backend.content.Rules;
import dev.npanel.dns.backend.server.NameServer;
import dev.npanel.dns.backend.server.Served;
import dev.npanel.dns.edit.RecordSets;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.zone.CreateZone;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.zone.create}, D1. */
@Component(service = Action.class)
public final class CreateZoneAction implements Action<CreateZone, ZoneInfo> {
    private final NameServer server;

    @Activate
    public CreateZoneAction(@Reference NameServer server) {
        this.server = server;
    }

    @Override
    public ActionType<CreateZone, ZoneInfo> type() {
        return Dns.ZONE_CREATE;
    }

    @Override
    public Plan<ZoneInfo> plan(CreateZone request, HostView host) {
        if (server.info(request.zone()).isPresent()) {
            throw Served.exists();
        }
        List<RecordSet> sets = RecordSets.of(request.records());
        Rules.require(request.zone(), sets);
        ZoneInfo info = new ZoneInfo(
                request.zone(),
                request.zone().unicode(),
                request.type(),
                request.soa().serial(),
                false);
        return Plan.of(List.of(server.creating(request, sets)), info);
    }
}
