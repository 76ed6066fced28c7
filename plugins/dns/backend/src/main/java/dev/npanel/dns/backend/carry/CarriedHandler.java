package dev.npanel.dns.backend.carry;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.dns.carry.CarriedZone;
import dev.npanel.dns.carry.ZoneSource;
import dev.npanel.host.effect.EffectHandler;
import dev.npanel.host.step.EffectType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code dns.bind.carried} and the like: a zone that is as it was on another name server. Writing asks that one for the zone, so
 * that a state, and with it the journal, is only a fingerprint, and private keys never leave the process. Undoing takes
 * away what has come. Stateless.
 */
@Component(service = EffectHandler.class)
public final class CarriedHandler implements EffectHandler<CarryKey, CarryState> {
    private final Carriage carriage;
    private final CarriedSource own;
    private final Sources sources;

    @Activate
    public CarriedHandler(@Reference Carriage carriage, @Reference CarriedSource own, @Reference Sources sources) {
        this.carriage = carriage;
        this.own = own;
        this.sources = sources;
    }

    @Override
    public EffectType<CarryKey, CarryState> type() {
        return type(carriage);
    }

    static EffectType<CarryKey, CarryState> type(Carriage carriage) {
        return new EffectType<>("dns." + carriage.server() + ".carried", CarryKey.class, CarryState.class);
    }

    @Override
    public Optional<CarryState> read(CarryKey key) {
        return own.zone(key.zone()).map(zone -> new CarryState(zone.fingerprint()));
    }

    @Override
    public void write(CarryKey key, @Nullable CarryState state) {
        if (state == null) {
            carriage.remove(key.zone());
            return;
        }
        ZoneSource source = sources.named(key.from());
        CarriedZone zone = source.zone(key.zone())
                .orElseThrow(() -> Problem.unavailable("dns.carry.gone", key.zone() + " has just been deleted.", 1)
                        .asException());
        Optional<CarriedZone> there = own.zone(key.zone());
        if (there.filter(same -> same.fingerprint().equals(zone.fingerprint())).isPresent()) {
            return;
        }
        // half of it, or what it was before: this server is not the one that answers
        there.ifPresent(other -> carriage.remove(key.zone()));
        carriage.make(zone, zone.keys().isEmpty() ? Map.of() : source.secrets(key.zone()));
        zone.note().ifPresent(note -> carriage.note(key.zone(), own.roll(key.zone(), note)));
        String made = own.zone(key.zone()).map(CarriedZone::fingerprint).orElse("");
        if (!made.equals(zone.fingerprint())) {
            throw Problem.of(
                            ProblemKind.FAILED,
                            "dns.carry.differs",
                            key.zone() + " is not on " + carriage.server() + " what it is on " + key.from() + ".")
                    .asException();
        }
    }

    @Override
    public List<String> describe(CarryKey key, CarryState state) {
        return List.of("zone " + key.zone() + " as on " + key.from());
    }
}
