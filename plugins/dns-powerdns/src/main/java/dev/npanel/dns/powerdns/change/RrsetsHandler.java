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
import java.util.Set;
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
        return find(key).map(doc -> state(key, doc.byPlace()));
    }

    @Override
    public void write(RrsetsKey key, @Nullable RrsetsState state) {
        List<Rrset> sets =
                state == null ? key.places().stream().map(Rrset::none).toList() : state.sets();
        zones.patch(key.zone(), sets, key.serial(), key.delegated());
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

    private static RrsetsState state(RrsetsKey key, Map<Place, Rrset> there) {
        return new RrsetsState(key.places().stream()
                .map(place -> SoaSet.withoutSerial(there.getOrDefault(place, Rrset.none(place))))
                .toList());
    }

    /**
     * The step that puts these sets in their places.
     *
     * @param present the zone as it was read for this change, with every set of the names
     * @param serial to raise the zone's serial to if it is a later one, or null for the next
     */
    public static Effect<RrsetsKey, RrsetsState> put(ZoneDoc present, List<Rrset> sets, @Nullable Long serial) {
        Map<Place, Rrset> there = present.byPlace();
        List<Place> places = sets.stream().map(Rrset::place).toList();
        RrsetsKey key = new RrsetsKey(present.head().zone(), places, serial, isDelegated(present, places));
        return TYPE.put(key, new RrsetsState(sets)).seeing(state(key, there));
    }

    private static boolean isDelegated(ZoneDoc present, List<Place> places) {
        Set<String> names = places.stream().map(Place::name).collect(Collectors.toSet());
        return present.sets().stream()
                .map(Rrset::place)
                .filter(place -> place.type().equals("NS"))
                .map(Place::name)
                .anyMatch(name ->
                        names.contains(name) && !name.equals(present.soaPlace().name()));
    }
}
