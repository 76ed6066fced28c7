package dev.npanel.dns.backend.lifecycle;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.DomainSet;
import dev.npanel.dns.Dns;
import dev.npanel.dns.backend.server.NameServer;
import dev.npanel.dns.zone.ListZones;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.dns.zone.ZonePage;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.zone.list}: zones that are changed here; those copied from other servers are left out. */
@Component(service = Action.class)
public final class ListZonesAction implements Action<ListZones, ZonePage> {
    private final NameServer server;

    @Activate
    public ListZonesAction(@Reference NameServer server) {
        this.server = server;
    }

    @Override
    public ActionType<ListZones, ZonePage> type() {
        return Dns.ZONE_LIST;
    }

    @Override
    public Plan<ZonePage> plan(ListZones request, HostView host) {
        DomainName after = request.after();
        DomainSet within = request.within();
        List<ZoneInfo> page = server.infos(
                zone -> (after == null || zone.compareTo(after) > 0) && (within == null || within.covers(zone)),
                request.limit() + 1);
        if (page.size() <= request.limit()) {
            return Plan.answer(new ZonePage(page, null));
        }
        List<ZoneInfo> items = page.subList(0, request.limit());
        return Plan.answer(new ZonePage(items, items.get(items.size() - 1).zone()));
    }
}
