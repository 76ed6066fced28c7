package dev.npanel.dns.backend.server;

import dev.npanel.host.action.Plan;
import dev.npanel.host.step.Step;
import java.util.List;

/**
 * The steps of a change to a zone.
 *
 * @param wholeZone whether they touch more than the sets that change, see {@link Plan#exclusively()}
 */
public record Changing(List<Step> steps, boolean wholeZone) {
    public Changing {
        steps = List.copyOf(steps);
    }

    /** Steps that touch nothing but the sets. */
    public static Changing of(Step step) {
        return new Changing(List.of(step), false);
    }

    /** The plan of these steps. */
    public <O> Plan<O> plan(O answer) {
        Plan<O> plan = Plan.of(steps, answer);
        return wholeZone ? plan.exclusively() : plan;
    }
}
