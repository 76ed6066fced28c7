package dev.npanel.dns.backend.carry;

import dev.npanel.api.action.ActionType;
import dev.npanel.dns.backend.server.NameServer;
import dev.npanel.dns.carry.CarriedPage;
import dev.npanel.dns.carry.Carrier;
import dev.npanel.dns.carry.DropZones;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Step;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.bind.drop} and the like: zones end here, since another name server has them. */
@Component(service = Action.class)
public final class DropZonesAction implements Action<DropZones, CarriedPage> {
    private final Carriage carriage;
    private final NameServer names;

    @Activate
    public DropZonesAction(@Reference Carriage carriage, @Reference NameServer names) {
        this.carriage = carriage;
        this.names = names;
    }

    @Override
    public ActionType<DropZones, CarriedPage> type() {
        return new Carrier(carriage.server()).drop();
    }

    @Override
    public Plan<CarriedPage> plan(DropZones request, HostView host) {
        List<Step> steps = new ArrayList<>();
        List<CarriedPage.Item> items = new ArrayList<>();
        request.zones().stream().filter(zone -> names.info(zone).isPresent()).forEach(zone -> {
            steps.add(CarriedHandler.type(carriage).remove(new CarryKey(zone, carriage.server())));
            items.add(new CarriedPage.Item(zone, null));
        });
        return Plan.of(steps, new CarriedPage(items, null));
    }
}
