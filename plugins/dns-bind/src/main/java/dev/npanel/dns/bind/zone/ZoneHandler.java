package dev.npanel.dns.bind.zone;

import dev.npanel.dns.edit.Serial;
import dev.npanel.host.effect.EffectHandler;
import dev.npanel.host.step.EffectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.bind.zone}: a zone as a whole, for making and ending one. Stateless. */
@Component(service = EffectHandler.class)
public final class ZoneHandler implements EffectHandler<ZoneKey, ZoneState> {
    public static final EffectType<ZoneKey, ZoneState> TYPE =
            new EffectType<>("dns.bind.zone", ZoneKey.class, ZoneState.class);

    private final Zones zones;
    private final ZoneFiles files;
    private final Updates updates;
    private final Turns turns;

    @Activate
    public ZoneHandler(
            @Reference Zones zones, @Reference ZoneFiles files, @Reference Updates updates, @Reference Turns turns) {
        this.zones = zones;
        this.files = files;
        this.updates = updates;
        this.turns = turns;
    }

    @Override
    public EffectType<ZoneKey, ZoneState> type() {
        return TYPE;
    }

    @Override
    public Optional<ZoneState> read(ZoneKey key) {
        return zones.find(key.zone())
                .map(doc -> new ZoneState(doc.info().type(), doc.info().serial(), doc.sets()));
    }

    @Override
    public void write(ZoneKey key, @Nullable ZoneState state) {
        turns.take(key.zone(), () -> {
            if (state == null) {
                files.delete(key.zone());
                return;
            }
            Optional<ZoneDoc> there = zones.find(key.zone());
            if (there.isEmpty()) {
                // a folder without a zone is what a write that was cut off has left
                files.delete(key.zone());
                create(key, state);
            } else {
                change(there.get(), state);
            }
        });
    }

    @Override
    public List<String> describe(ZoneKey key, ZoneState state) {
        List<String> lines = new ArrayList<>();
        lines.add("zone " + key.zone() + " " + state.type());
        state.sets().forEach(set -> lines.addAll(set.lines()));
        return lines;
    }

    private void create(ZoneKey key, ZoneState state) {
        ZoneNotes notes = new ZoneNotes(state.type(), Optional.empty(), Map.of()).with(state.sets());
        files.create(key.zone(), state.type(), state.sets(), notes, Serial.next(state.serial()));
    }

    private void change(ZoneDoc there, ZoneState state) {
        Map<Place, Rrset> wanted = new TreeMap<>();
        there.sets().forEach(set -> wanted.put(set.place(), Rrset.none(set.place())));
        state.sets().forEach(set -> wanted.put(set.place(), set));
        updates.put(there.info().zone(), List.copyOf(wanted.values()), null);
    }
}
