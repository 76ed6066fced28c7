package dev.npanel.dns.powerdns.change;

import dev.npanel.dns.powerdns.rrset.Place;
import dev.npanel.dns.powerdns.rrset.Rrset;
import dev.npanel.dns.powerdns.rrset.Translation;
import dev.npanel.dns.powerdns.zone.SoaSet;
import dev.npanel.dns.powerdns.zone.ZoneDoc;
import dev.npanel.dns.powerdns.zone.Zones;
import dev.npanel.dns.record.RecordName;
import dev.npanel.host.effect.EffectHandler;
import dev.npanel.host.step.Effect;
import dev.npanel.host.step.EffectType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code dns.powerdns.rrsets}: several record sets of a zone, which change in one transaction of PowerDNS: all or none, and
 * no resolver sees one without the others. Stateless.
 */
@Component(service = EffectHandler.class)
public final class RrsetsHandler implements EffectHandler<RrsetsKey, RrsetsState> {
    public static final EffectType<RrsetsKey, RrsetsState> TYPE =
            new EffectType<>("dns.powerdns.rrsets", RrsetsKey.class, RrsetsState.class);

    private final Zones zones;

    @Activate
    public RrsetsHandler(@Reference Zones zones) {
        this.zones = zones;
    }

    @Override
    public EffectType<RrsetsKey, RrsetsState> type() {
        return TYPE;
    }

    @Override
    public Optional<RrsetsState> read(RrsetsKey key) {
        return find(key).map(doc -> {
            Map<Place, Rrset> there = doc.byPlace();
            return new RrsetsState(key.places().stream()
                    .map(place -> SoaSet.withoutSerial(there.getOrDefault(place, Rrset.none(place))))
                    .toList());
        });
    }

    @Override
    public void write(RrsetsKey key, @Nullable RrsetsState state) {
        List<Rrset> sets =
                state == null ? key.places().stream().map(Rrset::none).toList() : state.sets();
        zones.patch(key.zone(), sets, key.serial());
    }

    @Override
    public List<String> describe(RrsetsKey key, RrsetsState state) {
        return state.sets().stream().flatMap(set -> set.lines().stream()).toList();
    }

    private Optional<ZoneDoc> find(RrsetsKey key) {
        List<Optional<RecordName>> names = key.places().stream()
                .map(Place::name)
                .distinct()
                .map(Translation::name)
                .toList();
        return names.stream().allMatch(Optional::isPresent)
                ? zones.find(
                        key.zone(), names.stream().flatMap(Optional::stream).collect(Collectors.toSet()))
                : zones.find(key.zone());
    }

    /** The step that puts these sets in their places. */
    public static Effect<RrsetsKey, RrsetsState> put(RrsetsKey key, List<Rrset> sets) {
        return TYPE.put(key, new RrsetsState(sets));
    }
}
