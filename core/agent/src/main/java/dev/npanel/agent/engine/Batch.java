package dev.npanel.agent.engine;

import dev.npanel.agent.durable.Checkpoints;
import dev.npanel.agent.journal.Entry;
import dev.npanel.agent.journal.Journal;
import dev.npanel.agent.journal.Trace;
import dev.npanel.agent.step.Refusals;
import dev.npanel.agent.step.Slot;
import dev.npanel.agent.step.Steps;
import dev.npanel.api.change.StepPreview;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.host.step.Effect;
import dev.npanel.host.step.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carries changes through together: applies each, checks once, reloads once, commits all. When the check or the reload
 * fails, all are undone and each half is tried by itself, so that in the end a broken change has failed alone and its
 * neighbours are done. Thread-safe, as long as changes with a common unit come one batch after the other.
 */
final class Batch {
    private final Steps steps;
    private final Journal journal;
    private final Undoing undoing;
    private final Unfinished unfinished;
    private final Checkpoints checkpoints;

    Batch(Steps steps, Journal journal, Undoing undoing, Unfinished unfinished, Checkpoints checkpoints) {
        this.steps = steps;
        this.journal = journal;
        this.undoing = undoing;
        this.unfinished = unfinished;
        this.checkpoints = checkpoints;
    }

    /** Returns when each of the changes is committed or has failed. */
    void settle(List<Change> changes) {
        List<Change> applied = new ArrayList<>();
        for (Change change : changes) {
            if (begin(change) && apply(change)) {
                applied.add(change);
            }
        }
        if (applied.isEmpty()) {
            return;
        }
        Throwable failure = finish(applied);
        if (failure == null) {
            return;
        }
        List<Change> undone = undo(applied, failure);
        if (applied.size() == 1) {
            applied.get(0).fail(failure);
        } else if (!undone.isEmpty()) {
            int half = (undone.size() + 1) / 2;
            settle(undone.subList(0, half));
            settle(undone.subList(half, undone.size()));
        }
    }

    /** Whether the change is in the journal; if not, it has failed and nothing was changed. */
    private boolean begin(Change change) {
        try {
            requireTime(change);
            List<Trace> traces = new ArrayList<>();
            List<StepPreview> previews = new ArrayList<>();
            for (Step step : change.steps()) {
                previews.add(steps.preview(step, change.host()));
                traces.add(steps.prepare(step, new Slot(change.id(), traces.size()), change.host()));
            }
            Entry entry = new Entry(change.head(), traces, previews);
            checkpoints.reached("before the journal entry");
            journal.begin(entry);
            checkpoints.reached("after the journal entry");
            change.begun(entry);
            return true;
        } catch (IOException refused) {
            return failedToBegin(change, Refusals.of(refused));
        } catch (RuntimeException | Error failure) {
            return failedToBegin(change, failure);
        }
    }

    private boolean failedToBegin(Change change, Throwable failure) {
        change.fail(failure);
        try {
            undoing.forget(change.id());
        } catch (IOException later) {
            change.fail(Refusals.of(later));
        }
        return false;
    }

    /** Whether all that the change changes is changed; if not, it has failed and is undone. */
    private boolean apply(Change change) {
        int step = 0;
        try {
            for (; step < change.steps().size(); step++) {
                if (Phase.of(change.steps().get(step)) == Phase.CHANGE) {
                    apply(change, step);
                }
            }
            return true;
        } catch (RuntimeException | Error failure) {
            // Plugins' handlers run in here: whatever they throw, the host must not stay between two states.
            boolean inDoubt = change.steps().get(step) instanceof Effect && !isRefusal(failure);
            undo(List.of(change), failure, inDoubt);
            change.fail(failure);
            return false;
        }
    }

    private void apply(Change change, int step) {
        String what = change.steps().get(step).getClass().getSimpleName();
        checkpoints.reached("before " + what);
        steps.apply(change.steps().get(step), change.trace(step));
        checkpoints.reached("after " + what);
    }

    /** Checks, reloads and commits; what has failed when it has. */
    private @Nullable Throwable finish(List<Change> applied) {
        try {
            Shared.of(Phase.CHECK, applied).forEach(shared -> apply(shared.change(), shared.step()));
            applied.forEach(Batch::requireTime);
            applied.forEach(Change::show);
            Shared.of(Phase.UNIT, applied).forEach(shared -> apply(shared.change(), shared.step()));
            Shared.of(Phase.RETIRE, applied).forEach(shared -> apply(shared.change(), shared.step()));
            checkpoints.reached("before the commit");
            journal.commit(applied.stream().map(Change::id).toList());
            checkpoints.reached("after the commit");
            applied.forEach(Change::commit);
            return null;
        } catch (IOException refused) {
            return Refusals.of(refused);
        } catch (RuntimeException | Error failure) {
            return failure;
        }
    }

    private List<Change> undo(List<Change> applied, Throwable failure) {
        return undo(applied, failure, false);
    }

    /** Those that are undone; the others have failed, and are undone later. */
    private List<Change> undo(List<Change> applied, Throwable failure, boolean inDoubt) {
        List<Change> undone = new ArrayList<>();
        for (int i = applied.size() - 1; i >= 0; i--) {
            Change change = applied.get(i);
            try {
                undoing.undoSteps(change.entry());
                undone.add(0, change);
            } catch (RuntimeException | Error away) {
                leave(change, failure, away);
            }
        }
        undoing.reread(
                undone.stream().filter(Change::isShown).map(Change::entry).toList());
        if (inDoubt) {
            undone.forEach(change -> leave(change, failure, failure));
            return List.of();
        }
        undone.removeIf(change -> !forgotten(change, failure));
        return undone;
    }

    private boolean forgotten(Change change, Throwable failure) {
        try {
            undoing.forget(change.id());
            return true;
        } catch (IOException | RuntimeException later) {
            leave(change, failure, later);
            return false;
        }
    }

    private void leave(Change change, Throwable failure, Throwable reason) {
        unfinished.keep(change.entry(), reason);
        change.fail(failure);
    }

    private static void requireTime(Change change) {
        if (change.deadline().passed()) {
            throw Problem.unavailable("change.late", "The change took too long and was taken back.", 1)
                    .asException();
        }
    }

    /** Whether the other side has said no, and so has changed nothing. */
    private static boolean isRefusal(Throwable failure) {
        return failure instanceof ProblemException known
                && known.problem().kind().isRefusal();
    }
}
