package dev.npanel.agent.change;

import dev.npanel.agent.journal.Entry;
import dev.npanel.agent.journal.Trace;
import dev.npanel.agent.journal.Trace.DirectoryPut;
import dev.npanel.agent.journal.Trace.FilePut;
import dev.npanel.agent.step.Steps;
import dev.npanel.api.action.ActionType;
import dev.npanel.api.change.ChangeSummary;
import dev.npanel.api.change.Changes;
import dev.npanel.api.change.Changes.RevertChange;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Lock;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes a committed change back by a plan made of its undo data, the last step first: a change like any other, which can be
 * reverted in turn.
 */
final class RevertChangeAction implements Action<RevertChange, ChangeSummary> {
    private final Past past;
    private final Steps steps;

    RevertChangeAction(Past past, Steps steps) {
        this.past = past;
        this.steps = steps;
    }

    @Override
    public ActionType<RevertChange, ChangeSummary> type() {
        return Changes.REVERT;
    }

    /** Those of the change itself: nothing it has touched may change meanwhile. */
    @Override
    public Set<Lock> locks(RevertChange request) {
        return past.entry(request.id(), request.domain(), request.since()).head().locks().stream()
                .map(Lock::new)
                .collect(Collectors.toSet());
    }

    @Override
    public Plan<ChangeSummary> plan(RevertChange request, HostView host) {
        Entry entry = past.entry(request.id(), request.domain(), request.since());
        List<Step> back = new ArrayList<>();
        Set<AbsolutePath> gone = new HashSet<>();
        for (int i = entry.traces().size() - 1; i >= 0; i--) {
            Trace trace = entry.traces().get(i);
            requireNothingElseIn(trace, gone, host);
            back.add(steps.revert(trace));
            gone.addAll(made(trace));
        }
        return Plan.of(back, entry.head().summary());
    }

    /** A directory goes only when it has nothing in it but what the same change has made. */
    private static void requireNothingElseIn(Trace trace, Set<AbsolutePath> gone, HostView host) {
        if (trace instanceof DirectoryPut put
                && put.before() == null
                && !host.children(put.path()).stream()
                        .allMatch(name -> gone.contains(put.path().child(name)))) {
            throw Problem.of(
                            ProblemKind.CONFLICT,
                            "change.moved-on",
                            "What this change made is in use; it cannot be taken back any more.")
                    .asException();
        }
    }

    private static Set<AbsolutePath> made(Trace trace) {
        if (trace instanceof FilePut put && put.before() == null) {
            return Set.of(put.path());
        }
        return trace instanceof DirectoryPut put && put.before() == null ? Set.of(put.path()) : Set.of();
    }
}
