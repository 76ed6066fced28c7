package dev.npanel.dns.bind.change;

import dev.npanel.dns.bind.zone.Place;
import dev.npanel.dns.bind.zone.Rrset;
import dev.npanel.dns.bind.zone.Updates;
import dev.npanel.dns.bind.zone.ZoneDoc;
import dev.npanel.dns.bind.zone.Zones;
import dev.npanel.host.effect.EffectHandler;
import dev.npanel.host.step.Effect;
import dev.npanel.host.step.EffectType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code dns.bind.rrsets}: several record sets of a zone, which change in one update: all or none, and no resolver sees one
 * without the others. Stateless.
 */
@Component(service = EffectHandler.class)
public final class RrsetsHandler implements EffectHandler<RrsetsKey, RrsetsState> {
    public static final EffectType<RrsetsKey, RrsetsState> TYPE =
            new EffectType<>("dns.bind.rrsets", RrsetsKey.class, RrsetsState.class);

    private final Zones zones;
    private final Updates updates;

    @Activate
    public RrsetsHandler(@Reference Zones zones, @Reference Updates updates) {
        this.zones = zones;
        this.updates = updates;
    }

    @Override
    public EffectType<RrsetsKey, RrsetsState> type() {
        return TYPE;
    }

    @Override
    public Optional<RrsetsState> read(RrsetsKey key) {
        return zones.find(key.zone()).map(doc -> state(key, doc.byPlace()));
    }

    @Override
    public void write(RrsetsKey key, @Nullable RrsetsState state) {
        List<Rrset> sets =
                state == null ? key.places().stream().map(Rrset::none).toList() : state.sets();
        updates.put(key.zone(), sets, key.serial());
    }

    @Override
    public List<String> describe(RrsetsKey key, RrsetsState state) {
        return state.sets().stream().flatMap(set -> set.lines().stream()).toList();
    }

    /**
     * The step that puts these sets in their places.
     *
     * @param present the zone as it was read for this change, with every set of the names
     * @param serial to raise the zone's serial to if it is a later one, or null for the next
     */
    public static Effect<RrsetsKey, RrsetsState> put(ZoneDoc present, List<Rrset> sets, @Nullable Long serial) {
        List<Place> places = sets.stream().map(Rrset::place).toList();
        RrsetsKey key = new RrsetsKey(present.info().zone(), places, serial);
        return TYPE.put(key, new RrsetsState(sets)).seeing(state(key, present.byPlace()));
    }

    private static RrsetsState state(RrsetsKey key, Map<Place, Rrset> there) {
        return new RrsetsState(key.places().stream()
                .map(place -> there.getOrDefault(place, Rrset.none(place)))
                .toList());
    }
}
