package dev.npanel.host.action;

import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Step;
import java.util.List;
import java.util.function.Function;

/**
 * What an action wants to be done, in order, and what it answers then. All steps take place or none.
 *
 * @param steps pure data; empty when nothing is to be changed
 * @param answer asked after the commit, outside of any lock, and never for a dry run
 * @param exclusive whether the steps touch what the action's locks share with others: see {@link #exclusively()}
 */
public record Plan<O>(List<Step> steps, Function<HostView, O> answer, boolean exclusive) {
    public Plan {
        steps = List.copyOf(steps);
    }

    /** Nothing to do but to answer. */
    public static <O> Plan<O> answer(O answer) {
        return new Plan<>(List.of(), host -> answer, false);
    }

    /** Steps whose answer is known beforehand. */
    public static <O> Plan<O> of(List<? extends Step> steps, O answer) {
        return new Plan<>(List.copyOf(steps), host -> answer, false);
    }

    /** Steps whose answer has to be read from the host afterwards. */
    public static <O> Plan<O> reading(List<? extends Step> steps, Function<HostView, O> answer) {
        return new Plan<>(List.copyOf(steps), answer, false);
    }

    /**
     * The same, for a change that only turns out while it is planned to touch what it shares. It is planned once more when
     * it has all of its locks alone.
     */
    public Plan<O> exclusively() {
        return new Plan<>(steps, answer, true);
    }
}
