package dev.npanel.agent.engine;

import dev.npanel.host.step.Step;
import dev.npanel.host.step.UnitChange;
import dev.npanel.host.step.UnitChange.Verb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A check or a change of a unit that is done once for all changes that ask for it: the first of them. */
record Shared(Change change, int step) {

    /** What has to be done in the phase, in the order it is first asked for. */
    static List<Shared> of(Phase phase, List<Change> changes) {
        Map<Step, Shared> distinct = new LinkedHashMap<>();
        for (Change change : changes) {
            for (int i = 0; i < change.steps().size(); i++) {
                if (Phase.of(change.steps().get(i)) == phase) {
                    distinct.putIfAbsent(change.steps().get(i), new Shared(change, i));
                }
            }
        }
        // A restart reads the configuration too.
        distinct.keySet()
                .removeIf(step -> step instanceof UnitChange reload
                        && reload.verb() == Verb.RELOAD
                        && distinct.containsKey(new UnitChange(reload.unit(), Verb.RESTART)));
        return List.copyOf(distinct.values());
    }
}
