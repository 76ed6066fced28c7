package dev.npanel.agent.dispatch;

import dev.npanel.agent.engine.Deadline;
import dev.npanel.api.problem.Problem;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The calls being served, so that one that never ends is seen, and a plugin that hangs does not take the others along. Thread-safe. */
public final class InFlight {
    /** Of one plugin; a fraction of the threads that serve calls. */
    private static final int MOST_HANGING = 8;

    private static final int RETRY = 30;

    private final Duration longest;
    private final Set<Entry> entries = ConcurrentHashMap.newKeySet();

    /** @param longest how long a call takes at most, if all is well */
    public InFlight(Duration longest) {
        this.longest = longest;
    }

    /** A call begins; it ends when the entry is closed. */
    Entry enter() {
        Entry entry = new Entry();
        entries.add(entry);
        return entry;
    }

    /** Whether all is well: what systemd's watchdog is told. */
    public boolean isAlive() {
        long now = System.nanoTime();
        return entries.stream().allMatch(entry -> now - entry.since < longest.toNanos());
    }

    /** Returns when this plugin works on no call any more, or the patience is over: then what is left fails when the plugin goes. */
    public synchronized void drain(String plugin, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (entries.stream().anyMatch(entry -> entry.isIn(plugin))) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void leave(Entry entry) {
        entries.remove(entry);
        notifyAll();
    }

    private long hanging(String plugin) {
        return entries.stream().filter(entry -> entry.hangsIn(plugin)).count();
    }

    /** A call being served. */
    final class Entry implements AutoCloseable {
        private final long since = System.nanoTime();
        private volatile @Nullable Work work;

        private record Work(String plugin, Deadline deadline) {}

        /**
         * From now on the plugin works on the call.
         *
         * @throws dev.npanel.api.problem.ProblemException {@code UNAVAILABLE} when many calls it works on are long overdue
         */
        void passTo(String plugin, Deadline deadline) {
            if (hanging(plugin) >= MOST_HANGING) {
                throw Problem.unavailable("plugin.hangs", "The plugin does not answer.", RETRY)
                        .asException();
            }
            work = new Work(plugin, deadline);
        }

        private boolean hangsIn(String plugin) {
            Work now = work;
            return now != null && now.plugin().equals(plugin) && now.deadline().passed();
        }

        private boolean isIn(String plugin) {
            Work now = work;
            return now != null && now.plugin().equals(plugin);
        }

        @Override
        public void close() {
            leave(this);
        }
    }
}
