package dev.npanel.agent.engine;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.step.Delete;
import dev.npanel.host.step.Effect;
import dev.npanel.host.step.Move;
import dev.npanel.host.step.PutDirectory;
import dev.npanel.host.step.PutFile;
import dev.npanel.host.step.Step;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What every plan has to keep. A plan that does not is its plugin's mistake, never the caller's: the caller learns of an
 * internal failure, the log of the step.
 */
final class PlanRules {
    private static final System.Logger LOG = System.getLogger(PlanRules.class.getName());
    private static final int MAX_STEPS = 10_000;

    private PlanRules() {}

    /** Refuses what the plugin has not declared, and steps whose undoing would depend on how far the plan came. */
    static void check(List<Step> steps, Order<?, ?> order) {
        if (steps.size() > MAX_STEPS) {
            throw refuse(order, "plan.too-long", steps.size() + " steps");
        }
        for (Step step : steps) {
            if (!order.permit().permits(step)) {
                throw refuse(order, "plan.undeclared", "undeclared: " + describe(step));
            }
        }
        List<AbsolutePath> taken = new ArrayList<>();
        Set<AbsolutePath> directories = new HashSet<>();
        Set<Object> effects = new HashSet<>();
        for (Step step : steps) {
            boolean again = paths(step).stream()
                    .anyMatch(path -> directories.contains(path)
                            || taken.stream().anyMatch(earlier -> overlaps(step, path, earlier)));
            if (again || (step instanceof Effect<?, ?> effect && !effects.add(List.of(effect.type(), effect.key())))) {
                throw refuse(order, "plan.overlap", "touched twice: " + describe(step));
            }
            if (step instanceof PutDirectory put) {
                directories.add(put.path());
            } else {
                taken.addAll(paths(step));
            }
        }
    }

    /** What a move does is told by both of its ends, also within a tree that was moved before it. */
    private static boolean overlaps(Step step, AbsolutePath path, AbsolutePath earlier) {
        return step instanceof Move ? path.equals(earlier) : path.isWithin(earlier);
    }

    private static List<AbsolutePath> paths(Step step) {
        if (step instanceof PutFile put) {
            return List.of(put.path());
        } else if (step instanceof PutDirectory put) {
            return List.of(put.path());
        } else if (step instanceof Delete delete) {
            return List.of(delete.path());
        } else if (step instanceof Move move) {
            return List.of(move.from(), move.to());
        } else {
            return List.of();
        }
    }

    private static String describe(Step step) {
        return step instanceof Effect<?, ?> effect
                ? effect.type() + " " + effect.key()
                : step.getClass().getSimpleName() + " " + paths(step);
    }

    private static ProblemException refuse(Order<?, ?> order, String code, String why) {
        LOG.log(
                Level.ERROR,
                "refused a plan of " + order.plugin() + " for " + order.action().type() + ": " + why);
        return Problem.of(ProblemKind.FAILED, code, "The plugin's plan was refused.")
                .asException();
    }
}
