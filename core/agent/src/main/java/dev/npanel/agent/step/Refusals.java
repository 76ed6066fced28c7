package dev.npanel.agent.step;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/** Why a step cannot be done, as problems without a path; the path goes to the log. */
public final class Refusals {
    private static final System.Logger LOG = System.getLogger(Refusals.class.getName());
    private static final int DISK_FULL_RETRY = 60;

    private Refusals() {}

    /** The host is not as the step needs it. */
    static ProblemException state(String what, Object where) {
        LOG.log(Level.WARNING, "refused: " + what + ": " + where);
        return Problem.of(ProblemKind.CONFLICT, "host.state", "The host is not in the state that this change needs.")
                .asException();
    }

    /** What a change left has been changed again. */
    static ProblemException movedOn() {
        return Problem.of(
                        ProblemKind.CONFLICT,
                        "change.moved-on",
                        "What this change did has been changed since; it cannot be taken back any more.")
                .asException();
    }

    /** What would be needed to take a change back is no longer kept. */
    static ProblemException notKept() {
        return Problem.of(
                        ProblemKind.CONFLICT,
                        "change.not-kept",
                        "What is needed to take this change back is no longer kept.")
                .asException();
    }

    /** What the operating system has refused, typed. */
    public static ProblemException of(IOException failure) {
        LOG.log(Level.WARNING, "refused by the operating system: " + failure);
        String text = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (text.contains("no space left") || text.contains("quota exceeded")) {
            return new ProblemException(
                    Problem.unavailable("host.disk-full", "The disk is full; nothing was changed.", DISK_FULL_RETRY),
                    failure);
        }
        boolean state = failure instanceof NoSuchFileException
                || failure instanceof NotDirectoryException
                || failure instanceof FileAlreadyExistsException
                || failure instanceof AccessDeniedException;
        Problem problem = state
                ? Problem.of(ProblemKind.CONFLICT, "host.state", "The host is not in the state that this change needs.")
                : Problem.of(ProblemKind.FAILED, "host.failed", "The host has failed to do it.");
        return new ProblemException(problem, failure);
    }
}
