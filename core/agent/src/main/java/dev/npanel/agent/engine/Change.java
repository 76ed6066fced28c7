package dev.npanel.agent.engine;

import dev.npanel.agent.journal.Entry;
import dev.npanel.agent.journal.Trace;
import dev.npanel.api.change.ChangeId;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Step;
import dev.npanel.host.step.UnitChange;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A change on its way: worked on by one thread at a time, be it the one that waits for it or one that has the turn for
 * several.
 */
final class Change {
    private final Entry.Head head;
    private final List<Step> steps;
    private final HostView host;
    private final Deadline deadline;
    private @Nullable Entry entry;
    private boolean shown;
    private volatile boolean settled;
    private volatile @Nullable RuntimeException failure;

    /** @param steps in the plan's order */
    Change(Entry.Head head, List<Step> steps, HostView host, Deadline deadline) {
        this.head = head;
        this.steps = steps.stream().sorted(Comparator.comparing(Phase::of)).toList();
        this.host = host;
        this.deadline = deadline;
    }

    Entry.Head head() {
        return head;
    }

    ChangeId id() {
        return head.id();
    }

    /** In the order in which they are done. */
    List<Step> steps() {
        return steps;
    }

    HostView host() {
        return host;
    }

    Deadline deadline() {
        return deadline;
    }

    void begun(Entry journalled) {
        entry = journalled;
    }

    Entry entry() {
        if (entry == null) {
            throw new IllegalStateException("not begun: " + head);
        }
        return entry;
    }

    Trace trace(int step) {
        return entry().traces().get(step);
    }

    /** The units of many that are to read their configuration again: whose turn this change has to wait for. */
    Set<String> units() {
        Set<String> units = new TreeSet<>();
        for (Step step : steps) {
            if (step instanceof UnitChange change && Phase.isReread(change.verb()) && !change.isInstance()) {
                units.add(change.unit());
            }
        }
        return units;
    }

    /** From now on units may have read what this change has made. */
    void show() {
        shown = true;
    }

    boolean isShown() {
        return shown;
    }

    void commit() {
        settled = true;
    }

    void fail(Throwable cause) {
        failure = cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
        settled = true;
    }

    boolean isSettled() {
        return settled;
    }

    /** Throws what the change has failed with, if it has. */
    void rethrow() {
        RuntimeException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }
}
