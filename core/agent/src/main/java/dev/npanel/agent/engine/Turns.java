package dev.npanel.agent.engine;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.host.action.Lock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * Who may make units reload, one at a time for each unit. Whoever gets the turn takes along all changes that wait for the
 * same units: while a daemon reloads, the next batch gathers by itself. Changes without units do not wait for anyone.
 */
final class Turns {
    /** Longer than any batch takes: each of its programs is killed earlier. */
    private static final Duration IN_THE_HANDS_OF_ANOTHER = Duration.ofHours(1);

    private final Batch batch;
    private final Locks units = new Locks();
    private final Map<Set<String>, Queue<Change>> waiting = new ConcurrentHashMap<>();

    Turns(Batch batch) {
        this.batch = batch;
    }

    /** Returns when the change is committed, and throws why it is not. */
    void settle(Change change) {
        Set<String> needed = change.units();
        if (needed.isEmpty()) {
            batch.settle(List.of(change));
        } else {
            Queue<Change> queue = waiting.computeIfAbsent(needed, units -> new ConcurrentLinkedQueue<>());
            queue.add(change);
            awaitTurn(change, needed, queue);
        }
        change.rethrow();
    }

    private void awaitTurn(Change change, Set<String> needed, Queue<Change> queue) {
        List<Lock> locks = needed.stream().map(Lock::new).toList();
        try {
            takeTurn(change, locks, queue, change.deadline());
        } catch (ProblemException tooLate) {
            if (queue.remove(change)) {
                throw tooLate;
            }
            // Somebody is at it: that has to be awaited, since it may well be committed.
            takeTurn(change, locks, queue, Deadline.after(IN_THE_HANDS_OF_ANOTHER));
        }
    }

    @SuppressWarnings("try")
    private void takeTurn(Change change, List<Lock> locks, Queue<Change> queue, Deadline deadline) {
        try (Locks.Hold turn = units.take(locks, deadline)) {
            if (!change.isSettled()) {
                List<Change> together = new ArrayList<>();
                Stream.generate(queue::poll).takeWhile(next -> next != null).forEach(together::add);
                batch.settle(together);
            }
        }
    }
}
