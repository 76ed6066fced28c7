package dev.npanel.dns.bind.change;

import dev.npanel.dns.bind.zone.Updates;
import dev.npanel.dns.bind.zone.Zones;
import dev.npanel.host.effect.EffectHandler;
import dev.npanel.host.step.EffectType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.bind.roll}: the note of a zone's key roll, which is kept in the zone's folder. Stateless. */
@Component(service = EffectHandler.class)
public final class RollHandler implements EffectHandler<RollKey, RollState> {
    public static final EffectType<RollKey, RollState> TYPE =
            new EffectType<>("dns.bind.roll", RollKey.class, RollState.class);

    private final Zones zones;
    private final Updates updates;

    @Activate
    public RollHandler(@Reference Zones zones, @Reference Updates updates) {
        this.zones = zones;
        this.updates = updates;
    }

    @Override
    public EffectType<RollKey, RollState> type() {
        return TYPE;
    }

    @Override
    public Optional<RollState> read(RollKey key) {
        return zones.roll(key.zone()).map(RollState::new);
    }

    @Override
    public void write(RollKey key, @Nullable RollState state) {
        updates.roll(key.zone(), Optional.ofNullable(state).map(RollState::note));
    }

    @Override
    public List<String> describe(RollKey key, RollState state) {
        return List.of("roll " + state.note());
    }
}
