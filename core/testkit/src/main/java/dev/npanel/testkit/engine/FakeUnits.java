package dev.npanel.testkit.engine;

import dev.npanel.agent.unit.Units;
import dev.npanel.host.step.UnitChange;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Units that only remember what became of them. Thread-safe. */
public class FakeUnits implements Units {
    private final Set<String> active = ConcurrentHashMap.newKeySet();
    private final Set<String> enabled = ConcurrentHashMap.newKeySet();
    private final List<UnitChange> changes = new CopyOnWriteArrayList<>();

    @Override
    public boolean isActive(String unit) {
        return active.contains(unit);
    }

    @Override
    public boolean isEnabled(String unit) {
        return enabled.contains(unit);
    }

    @Override
    public void change(UnitChange change) {
        changes.add(change);
        switch (change.verb()) {
            case START, RESTART -> active.add(change.unit());
            case STOP, RETIRE -> active.remove(change.unit());
            case ENABLE -> enabled.add(change.unit());
            case DISABLE -> enabled.remove(change.unit());
            case RELOAD -> {
                // nothing that shows
            }
        }
    }

    @Override
    public boolean hangUp(String unit, long process) {
        return false;
    }

    /** All changes so far, in order. */
    public List<UnitChange> changes() {
        return List.copyOf(changes);
    }
}
