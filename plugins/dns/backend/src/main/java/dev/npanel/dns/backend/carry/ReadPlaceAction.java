package dev.npanel.dns.backend.carry;

import dev.npanel.api.action.ActionType;
import dev.npanel.dns.carry.Carrier;
import dev.npanel.dns.carry.PlaceInfo;
import dev.npanel.dns.carry.ReadPlace;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.bind.place} and the like. */
@Component(service = Action.class)
public final class ReadPlaceAction implements Action<ReadPlace, PlaceInfo> {
    private final Carriage carriage;

    @Activate
    public ReadPlaceAction(@Reference Carriage carriage) {
        this.carriage = carriage;
    }

    @Override
    public ActionType<ReadPlace, PlaceInfo> type() {
        return new Carrier(carriage.server()).place();
    }

    @Override
    public Plan<PlaceInfo> plan(ReadPlace request, HostView host) {
        return Plan.answer(new PlaceInfo(carriage.quarters().now(host)));
    }
}
