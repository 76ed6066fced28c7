package dev.npanel.dns.backend.carry;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.backend.server.NameServer;
import dev.npanel.dns.backend.server.Served;
import dev.npanel.dns.carry.CarriedPage;
import dev.npanel.dns.carry.CarriedZone;
import dev.npanel.dns.carry.Carrier;
import dev.npanel.dns.carry.TakeZones;
import dev.npanel.dns.carry.ZoneSource;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Step;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.bind.take} and the like: zones come here from another name server, all of them or none. */
@Component(service = Action.class)
public final class TakeZonesAction implements Action<TakeZones, CarriedPage> {
    private final Carriage carriage;
    private final NameServer names;
    private final Sources sources;

    @Activate
    public TakeZonesAction(@Reference Carriage carriage, @Reference NameServer names, @Reference Sources sources) {
        this.carriage = carriage;
        this.names = names;
        this.sources = sources;
    }

    @Override
    public ActionType<TakeZones, CarriedPage> type() {
        return new Carrier(carriage.server()).take();
    }

    @Override
    public Plan<CarriedPage> plan(TakeZones request, HostView host) {
        ZoneSource source = sources.named(request.from());
        List<Step> steps = new ArrayList<>();
        List<CarriedPage.Item> items = new ArrayList<>();
        for (DomainName zone : request.zones()) {
            if (names.info(zone).isPresent()) {
                throw Served.exists();
            }
            source.zone(zone).map(CarriedZone::fingerprint).ifPresent(fingerprint -> {
                CarryKey key = new CarryKey(zone, request.from());
                steps.add(CarriedHandler.type(carriage).put(key, new CarryState(fingerprint)));
                items.add(new CarriedPage.Item(zone, fingerprint));
            });
        }
        return Plan.of(steps, new CarriedPage(items, null));
    }
}
