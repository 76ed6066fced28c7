package dev.npanel.agent.engine;

import dev.npanel.host.step.Check;
import dev.npanel.host.step.Step;
import dev.npanel.host.step.UnitChange;
import dev.npanel.host.step.UnitChange.Verb;

/** When in the walk of a plan a step is done; within a phase in the plan's order. */
enum Phase {
    /** Units stopped, files and effects changed. */
    CHANGE,
    /** Then what was made is looked at. */
    CHECK,
    /** Then only does any daemon get to see it. */
    UNIT,
    /** Then what is not needed any more is stopped. */
    RETIRE;

    static Phase of(Step step) {
        if (step instanceof Check) {
            return CHECK;
        }
        if (step instanceof UnitChange change && change.verb() == Verb.RETIRE) {
            return RETIRE;
        }
        boolean late = step instanceof UnitChange change && change.verb() != Verb.STOP && change.verb() != Verb.DISABLE;
        return late ? UNIT : CHANGE;
    }

    /** Whether a unit reads its configuration again. */
    static boolean isReread(Verb verb) {
        return verb == Verb.RELOAD || verb == Verb.RESTART;
    }
}
