package dev.npanel.agent.unit;

import dev.npanel.host.step.UnitChange;
import dev.npanel.host.unit.Reloading;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Units whose reloads are over when the daemon works with its new configuration, where a plugin knows how to tell. Thread-safe. */
public final class ObservedUnits implements Units {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Units units;
    private final Map<String, Reloading> reloadings = new ConcurrentHashMap<>();

    public ObservedUnits(Units units) {
        this.units = units;
    }

    /**
     * Has reloads of a unit observed from now on; nothing happens when they are already.
     *
     * @throws IllegalStateException when somebody else does that
     */
    public void add(Reloading reloading) {
        Reloading there = reloadings.putIfAbsent(reloading.unit(), reloading);
        if (there != null && there != reloading) {
            throw new IllegalStateException("reloads of " + reloading.unit() + " are observed already by " + there);
        }
    }

    /** No longer; nothing happens when it is not in. */
    public void remove(Reloading reloading) {
        reloadings.remove(reloading.unit(), reloading);
    }

    @Override
    public boolean isActive(String unit) throws IOException {
        return units.isActive(unit);
    }

    @Override
    public boolean isEnabled(String unit) throws IOException {
        return units.isEnabled(unit);
    }

    @Override
    public void change(UnitChange change) throws IOException {
        @Nullable Reloading reloading = reloadings.get(change.unit());
        if (change.verb() != UnitChange.Verb.RELOAD || reloading == null) {
            units.change(change);
            return;
        }
        try (Reloading.Watch watch = reloading.watch()) {
            reload(change, watch.process());
            watch.await(PATIENCE);
        }
    }

    private void reload(UnitChange change, OptionalLong process) throws IOException {
        if (process.isEmpty() || !units.hangUp(change.unit(), process.getAsLong())) {
            units.change(change);
        }
    }

    @Override
    public boolean hangUp(String unit, long process) throws IOException {
        return units.hangUp(unit, process);
    }
}
