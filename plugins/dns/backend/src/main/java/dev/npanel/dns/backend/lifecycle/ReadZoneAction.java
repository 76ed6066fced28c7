package dev.npanel.dns.backend.lifecycle;

import dev.npanel.api.action.ActionType;
import dev.npanel.dns.Dns;
import dev.npanel.dns.backend.server.NameServer;
import dev.npanel.dns.backend.server.Served;
import dev.npanel.dns.zone.ReadZone;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.zone.read}. */
@Component(service = Action.class)
public final class ReadZoneAction implements Action<ReadZone, ZoneInfo> {
    private final NameServer server;

    @Activate
    public ReadZoneAction(@Reference NameServer server) {
        this.server = server;
    }

    @Override
    public ActionType<ReadZone, ZoneInfo> type() {
        return Dns.ZONE_READ;
    }

    @Override
    public Plan<ZoneInfo> plan(ReadZone request, HostView host) {
        return Plan.answer(server.info(request.zone()).orElseThrow(() -> Served.unknown()));
    }
}
