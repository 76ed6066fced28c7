package dev.npanel.dns.backend.content;

import dev.npanel.api.action.ActionType;
import dev.npanel.dns.Dns;
import dev.npanel.dns.backend.server.NameServer;
import dev.npanel.dns.backend.server.Served;
import dev.npanel.dns.backend.server.Zone;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.zone.UpdateSoa;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.soa.update}. */
@Component(service = Action.class)
public final class UpdateSoaAction implements Action<UpdateSoa, ZoneInfo> {
    private final NameServer server;

    @Activate
    public UpdateSoaAction(@Reference NameServer server) {
        this.server = server;
    }

    @Override
    public ActionType<UpdateSoa, ZoneInfo> type() {
        return Dns.SOA_UPDATE;
    }

    @Override
    public Plan<ZoneInfo> plan(UpdateSoa request, HostView host) {
        Zone zone = Served.changeable(server.zone(request.zone(), Set.of(RecordName.apex(request.zone())))
                .orElseThrow(() -> Served.unknown()));
        return Plan.reading(
                zone.put(List.of(), request.soa()).steps(),
                after -> server.info(request.zone()).orElseThrow(() -> Served.unknown()));
    }
}
