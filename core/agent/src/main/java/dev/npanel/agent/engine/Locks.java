package dev.npanel.agent.engine;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.host.action.Lock;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Locks by name, each held by one change at a time, given in the order they were asked for. Always taken in the order of
 * their names, so that no two changes wait for each other. Thread-safe.
 */
final class Locks {
    private static final int RETRY_BUSY = 1;
    private static final int RETRY_BLOCKED = 2;

    private final Map<Lock, Place> places = new ConcurrentHashMap<>();
    private final Set<Lock> blocked = ConcurrentHashMap.newKeySet();

    /** A lock that somebody holds or waits for. */
    private static final class Place {
        private final Semaphore permit = new Semaphore(1, true);
        private int users;
    }

    /** All of these locks, to be closed by whoever has them. {@code UNAVAILABLE} when they cannot be had in time. */
    Hold take(Collection<Lock> locks, Deadline deadline) {
        Hold hold = new Hold();
        boolean complete = false;
        try {
            for (Lock lock : new TreeSet<>(locks)) {
                hold.add(lock, deadline);
            }
            complete = true;
            return hold;
        } finally {
            if (!complete) {
                hold.close();
            }
        }
    }

    /** From now on nobody gets these locks; whoever holds them goes on. */
    void block(Collection<Lock> locks) {
        blocked.addAll(locks);
    }

    /** The opposite of {@link #block}. */
    void unblock(Collection<Lock> locks) {
        blocked.removeAll(locks);
    }

    private void requireFree(Lock lock) {
        if (blocked.contains(lock)) {
            throw Problem.unavailable(
                            "change.unfinished", "An earlier change is still being taken back.", RETRY_BLOCKED)
                    .asException();
        }
    }

    private static ProblemException busy() {
        return Problem.unavailable("change.busy", "Other changes to the same thing take too long.", RETRY_BUSY)
                .asException();
    }

    private Place enter(Lock lock) {
        return places.compute(lock, (name, there) -> {
            Place place = there == null ? new Place() : there;
            place.users++;
            return place;
        });
    }

    private void leave(Lock lock) {
        places.computeIfPresent(lock, (name, place) -> --place.users == 0 ? null : place);
    }

    /** Locks that are held. */
    final class Hold implements AutoCloseable {
        private final Deque<Lock> held = new ArrayDeque<>();

        private void add(Lock lock, Deadline deadline) {
            requireFree(lock);
            if (!acquire(enter(lock), deadline)) {
                leave(lock);
                throw busy();
            }
            held.push(lock);
            requireFree(lock);
        }

        private boolean acquire(Place place, Deadline deadline) {
            try {
                return place.permit.tryAcquire(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public void close() {
            for (@Nullable Lock lock = held.poll(); lock != null; lock = held.poll()) {
                Place place = places.get(lock);
                if (place != null) {
                    place.permit.release();
                }
                leave(lock);
            }
        }
    }
}
