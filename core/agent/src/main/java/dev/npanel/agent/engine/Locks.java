package dev.npanel.agent.engine;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.host.action.Lock;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Locks by name, each held by one change at a time or by all that share it, given in the order they were asked for. Always
 * taken in the order of their names, so that no two changes wait for each other. Thread-safe.
 */
final class Locks {
    private static final int RETRY_BUSY = 1;
    private static final int RETRY_BLOCKED = 2;

    private final Map<String, Place> places = new ConcurrentHashMap<>();
    private final Map<String, Integer> blocked = new ConcurrentHashMap<>();

    /** A lock that somebody holds or waits for: who shares it has one permit, who has it alone all of them. */
    private static final class Place {
        private static final int ALL = 1 << 20;

        private final Semaphore permits = new Semaphore(ALL, true);
        private int users;

        static int permits(Lock lock) {
            return lock.shared() ? 1 : ALL;
        }
    }

    /** All of these locks, to be closed by whoever has them. {@code UNAVAILABLE} when they cannot be had in time. */
    Hold take(Collection<Lock> locks, Deadline deadline) {
        Hold hold = new Hold();
        boolean complete = false;
        try {
            for (Lock lock : inOrder(locks)) {
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

    /** From now on nobody gets the locks of these names; whoever holds them goes on. */
    void block(Collection<String> names) {
        names.forEach(name -> blocked.merge(name, 1, Integer::sum));
    }

    /** The opposite of {@link #block}, to be called as often for a name. */
    void unblock(Collection<String> names) {
        names.forEach(name -> blocked.computeIfPresent(name, (same, times) -> times == 1 ? null : times - 1));
    }

    /** One of each name: who wants to share it and to have it alone has it alone. */
    private static Collection<Lock> inOrder(Collection<Lock> locks) {
        Map<String, Lock> byName = new TreeMap<>();
        locks.forEach(lock -> byName.merge(lock.name(), lock, (one, other) -> one.shared() ? other : one));
        return byName.values();
    }

    private void requireFree(Lock lock) {
        if (blocked.containsKey(lock.name())) {
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
        return places.compute(lock.name(), (name, there) -> {
            Place place = there == null ? new Place() : there;
            place.users++;
            return place;
        });
    }

    private void leave(Lock lock) {
        places.computeIfPresent(lock.name(), (name, place) -> --place.users == 0 ? null : place);
    }

    /** Locks that are held. */
    final class Hold implements AutoCloseable {
        private final Deque<Lock> held = new ArrayDeque<>();

        private void add(Lock lock, Deadline deadline) {
            requireFree(lock);
            if (!acquire(enter(lock), lock, deadline)) {
                leave(lock);
                throw busy();
            }
            held.push(lock);
            requireFree(lock);
        }

        private boolean acquire(Place place, Lock lock, Deadline deadline) {
            try {
                return place.permits.tryAcquire(
                        Place.permits(lock), deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public void close() {
            for (@Nullable Lock lock = held.poll(); lock != null; lock = held.poll()) {
                Place place = places.get(lock.name());
                if (place != null) {
                    place.permits.release(Place.permits(lock));
                }
                leave(lock);
            }
        }
    }
}
