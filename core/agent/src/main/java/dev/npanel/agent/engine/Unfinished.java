package dev.npanel.agent.engine;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.npanel.agent.journal.Entry;
import dev.npanel.api.change.ChangeId;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Changes that failed and could not be undone yet, because a daemon or its plugin is away. They keep their locks, and are
 * tried again, less and less often and whenever a handler appears. Thread-safe.
 */
public final class Unfinished {
    private static final System.Logger LOG = System.getLogger(Unfinished.class.getName());
    private static final int FIRST_DELAY = 1;
    private static final int LONGEST_DELAY = 60;

    private final Undoing undoing;
    private final Locks locks;
    private final ScheduledExecutorService scheduler;
    private final FailsafeExecutor<Object> retries;
    private final Map<ChangeId, Attempt> attempts = new ConcurrentHashMap<>();

    Unfinished(Undoing undoing, Locks locks, ScheduledExecutorService scheduler) {
        this.undoing = undoing;
        this.locks = locks;
        this.scheduler = scheduler;
        this.retries = Failsafe.with(RetryPolicy.builder()
                        .withBackoff(FIRST_DELAY, LONGEST_DELAY, ChronoUnit.SECONDS)
                        .withMaxAttempts(-1)
                        .withMaxDuration(Duration.ofDays(365))
                        .build())
                .with(scheduler);
    }

    /** Takes a change in whose locks the caller still holds. */
    @SuppressWarnings("FutureReturnValueIgnored") // it is tried until it succeeds
    void keep(Entry entry, Throwable reason) {
        LOG.log(Level.WARNING, "change " + entry.head().id() + " is not undone yet: " + reason);
        locks.block(entry.head().locks());
        Attempt attempt = new Attempt(entry);
        attempts.put(entry.head().id(), attempt);
        retries.runAsync(attempt::run);
    }

    /** Tries all of them once more: something has come back. */
    public void retry() {
        attempts.values().forEach(attempt -> scheduler.execute(attempt::tryOnce));
    }

    /** How many there are. */
    public int count() {
        return attempts.size();
    }

    /** One change, and how far its undoing is. */
    private final class Attempt {
        private final Entry entry;
        private boolean undoneOnce;
        private boolean finished;

        Attempt(Entry entry) {
            this.entry = entry;
        }

        /**
         * Throws until it is done, twice: a daemon that was frozen may still do what it was asked for before, after what it
         * was asked for later.
         */
        synchronized void run() throws IOException {
            if (finished) {
                return;
            }
            undoing.undoSteps(entry);
            if (!undoneOnce) {
                undoneOnce = true;
                throw new IOException("undone, to be looked at once more");
            }
            undoing.reread(List.of(entry));
            undoing.forget(entry.head().id());
            finished = true;
            attempts.remove(entry.head().id());
            locks.unblock(entry.head().locks());
            LOG.log(Level.INFO, "change " + entry.head().id() + " is undone");
        }

        void tryOnce() {
            try {
                run();
            } catch (IOException | RuntimeException notYet) {
                LOG.log(Level.DEBUG, "change " + entry.head().id() + " is not undone yet", notYet);
            }
        }
    }
}
