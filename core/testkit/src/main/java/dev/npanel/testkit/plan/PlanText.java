package dev.npanel.testkit.plan;

import dev.npanel.host.action.Plan;
import dev.npanel.host.step.Check;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.Delete;
import dev.npanel.host.step.Effect;
import dev.npanel.host.step.Move;
import dev.npanel.host.step.Ownership;
import dev.npanel.host.step.PutDirectory;
import dev.npanel.host.step.PutFile;
import dev.npanel.host.step.Step;
import dev.npanel.host.step.UnitChange;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;

/** A plan as text that people can read and review: one line for each step, the content of files below it. */
public final class PlanText {
    private PlanText() {}

    /** The steps of the plan, in order. */
    public static String of(Plan<?> plan) {
        return plan.steps().stream().map(PlanText::of).collect(Collectors.joining());
    }

    private static String of(Step step) {
        if (step instanceof PutFile put) {
            return "put-file " + put.path() + owned(put.ownership()) + "\n" + text(put.content());
        } else if (step instanceof PutDirectory put) {
            return "put-directory " + put.path() + owned(put.ownership()) + "\n";
        } else if (step instanceof Move move) {
            return "move " + move.from() + " to " + move.to() + "\n";
        } else if (step instanceof Delete delete) {
            return "delete " + delete.path() + "\n";
        } else if (step instanceof Check check) {
            return "check " + check.program() + " " + String.join(" ", check.arguments()) + "\n";
        } else if (step instanceof UnitChange change) {
            return change.verb().name().toLowerCase(Locale.ROOT) + " " + change.unit() + "\n";
        } else if (step instanceof Effect<?, ?> effect) {
            return effect.type() + " " + effect.key() + " := " + (effect.state() == null ? "absent" : effect.state())
                    + "\n";
        }
        throw new IllegalArgumentException("a new kind of step: " + step);
    }

    private static String owned(Ownership ownership) {
        return " " + ownership.user() + ":" + ownership.group() + " 0" + Integer.toOctalString(ownership.mode());
    }

    private static String text(Content content) {
        return new String(content.bytes(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> "  | " + line + "\n")
                .collect(Collectors.joining());
    }
}
