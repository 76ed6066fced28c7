package dev.npanel.dns.backend.carry;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.backend.server.Away;
import dev.npanel.dns.carry.CarriedZone;
import dev.npanel.dns.carry.Carrier;
import dev.npanel.dns.carry.CompareZones;
import dev.npanel.dns.carry.ComparedZones;
import dev.npanel.dns.carry.ZoneSource;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import java.io.IOException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.bind.compare} and the like: what this server and another answer to the same questions. */
@Component(service = Action.class)
public final class CompareZonesAction implements Action<CompareZones, ComparedZones> {
    private final Carriage carriage;
    private final Sources sources;

    @Activate
    public CompareZonesAction(@Reference Carriage carriage, @Reference Sources sources) {
        this.carriage = carriage;
        this.sources = sources;
    }

    @Override
    public ActionType<CompareZones, ComparedZones> type() {
        return new Carrier(carriage.server()).compare();
    }

    @Override
    public Plan<ComparedZones> plan(CompareZones request, HostView host) {
        ZoneSource other = sources.named(request.with());
        try (Questions there = new Questions(other.address());
                Questions here = new Questions(carriage.address())) {
            Comparison comparison = new Comparison(there, here);
            for (DomainName name : request.zones()) {
                Optional<CarriedZone> zone = other.zone(name);
                if (zone.isPresent()) {
                    comparison.compare(zone.get());
                }
            }
            return Plan.answer(comparison.result());
        } catch (IOException away) {
            throw Away.because(away);
        }
    }
}
