package dev.npanel.dns.powerdns.lifecycle;

import dev.npanel.api.action.ActionType;
import dev.npanel.dns.Dns;
import dev.npanel.dns.powerdns.zone.ZoneHandler;
import dev.npanel.dns.powerdns.zone.ZoneKey;
import dev.npanel.dns.powerdns.zone.Zones;
import dev.npanel.dns.zone.DeleteZone;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.zone.delete}; the answer is what the zone was. */
@Component(service = Action.class)
public final class DeleteZoneAction implements Action<DeleteZone, ZoneInfo> {
    private final Zones zones;

    @Activate
    public DeleteZoneAction(@Reference Zones zones) {
        this.zones = zones;
    }

    @Override
    public ActionType<DeleteZone, ZoneInfo> type() {
        return Dns.ZONE_DELETE;
    }

    @Override
    public Plan<ZoneInfo> plan(DeleteZone request, HostView host) {
        ZoneInfo info = zones.require(request.zone()).info();
        return Plan.of(List.of(ZoneHandler.TYPE.remove(new ZoneKey(request.zone()))), info);
    }
}
