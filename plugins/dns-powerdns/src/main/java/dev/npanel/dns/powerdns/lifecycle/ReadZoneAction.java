package dev.npanel.dns.powerdns.lifecycle;

import dev.npanel.api.action.ActionType;
import dev.npanel.dns.Dns;
import dev.npanel.dns.powerdns.zone.ZoneHead;
import dev.npanel.dns.powerdns.zone.Zones;
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
    private final Zones zones;

    @Activate
    public ReadZoneAction(@Reference Zones zones) {
        this.zones = zones;
    }

    @Override
    public ActionType<ReadZone, ZoneInfo> type() {
        return Dns.ZONE_READ;
    }

    @Override
    public Plan<ZoneInfo> plan(ReadZone request, HostView host) {
        return Plan.answer(zones.head(request.zone()).map(ZoneHead::info).orElseThrow(() -> Zones.unknown()));
    }
}
