package dev.npanel.agent.step;

import dev.npanel.agent.journal.Trace.Checked;
import dev.npanel.agent.program.ProgramResult;
import dev.npanel.agent.program.Programs;
import dev.npanel.api.change.StepPreview;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Check;
import dev.npanel.host.step.Step;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/** Programs that look at what the other steps have made. */
final class CheckKind implements StepKind<Check, Checked> {
    private static final System.Logger LOG = System.getLogger(CheckKind.class.getName());
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Programs programs;

    CheckKind(Programs programs) {
        this.programs = programs;
    }

    @Override
    public Checked prepare(Check step, Slot slot, HostView host) {
        return new Checked(step.name(), step.program(), step.arguments());
    }

    @Override
    public void apply(Check step, Checked trace) throws IOException {
        ProgramResult result = programs.run(step.program(), step.arguments(), TIMEOUT);
        if (!result.succeeded()) {
            // What the program says names paths and other people's domains: it is for the log.
            LOG.log(Level.WARNING, step + " ended with " + result);
            throw refused(step, result);
        }
    }

    @Override
    public void undo(Checked trace) {
        // It has changed nothing.
    }

    @Override
    public Step revert(Checked trace) {
        return new Check(trace.name(), trace.program(), trace.arguments());
    }

    @Override
    public StepPreview preview(Check step, HostView host) {
        return new StepPreview("check", step.program() + " " + String.join(" ", step.arguments()), List.of());
    }

    private static ProblemException refused(Check step, ProgramResult result) {
        if (result.status() == ProgramResult.TIMED_OUT) {
            return Problem.unavailable(
                            "check.timeout",
                            "The check of the " + step.name() + " did not end; nothing was changed.",
                            5)
                    .asException();
        }
        return Problem.of(
                        ProblemKind.CONFLICT,
                        "check.failed",
                        "The " + step.name() + " would not be valid with this change; nothing was changed.")
                .asException();
    }
}
