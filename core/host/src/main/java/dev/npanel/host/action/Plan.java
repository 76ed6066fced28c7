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
 */
public record Plan<O>(List<Step> steps, Function<HostView, O> answer) {
    public Plan {
        steps = List.copyOf(steps);
    }

    /** Nothing to do but to answer. */
    public static <O> Plan<O> answer(O answer) {
        return new Plan<>(List.of(), host -> answer);
    }

    /** Steps whose answer is known beforehand. */
    public static <O> Plan<O> of(List<? extends Step> steps, O answer) {
        return new Plan<>(List.copyOf(steps), host -> answer);
    }

    /** Steps whose answer has to be read from the host afterwards. */
    public static <O> Plan<O> reading(List<? extends Step> steps, Function<HostView, O> answer) {
        return new Plan<>(List.copyOf(steps), answer);
    }
}
