package dev.npanel.dns.backend.carry;

import dev.npanel.api.action.ActionType;
import dev.npanel.dns.carry.Carrier;
import dev.npanel.dns.carry.PlaceInfo;
import dev.npanel.dns.carry.SetPlace;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.bind.move} and the like: the daemon takes port 53, leaves it, starts or stops. */
@Component(service = Action.class)
public final class SetPlaceAction implements Action<SetPlace, PlaceInfo> {
    private final Carriage carriage;

    @Activate
    public SetPlaceAction(@Reference Carriage carriage) {
        this.carriage = carriage;
    }

    @Override
    public ActionType<SetPlace, PlaceInfo> type() {
        return new Carrier(carriage.server()).move();
    }

    @Override
    public Plan<PlaceInfo> plan(SetPlace request, HostView host) {
        return Plan.of(carriage.quarters().steps(request.place(), host), new PlaceInfo(request.place()));
    }
}
