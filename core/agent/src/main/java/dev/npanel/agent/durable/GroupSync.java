package dev.npanel.agent.durable;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Synchronises one file or directory for many threads at once: whoever comes while it is being synchronised shares the next
 * round with all others who came meanwhile. Thread-safe.
 */
public final class GroupSync {
    private final Sync sync;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final AtomicLong asked = new AtomicLong();
    private volatile long done;

    public GroupSync(Sync sync) {
        this.sync = sync;
    }

    /** Returns after a synchronisation that began later than this call. */
    public void await() throws IOException {
        long ticket = asked.incrementAndGet();
        turn.lock();
        try {
            if (done < ticket) {
                long round = asked.get();
                sync.run();
                done = round;
            }
        } finally {
            turn.unlock();
        }
    }

    /** What is to be done once for all who wait. */
    @FunctionalInterface
    public interface Sync {
        void run() throws IOException;
    }
}
