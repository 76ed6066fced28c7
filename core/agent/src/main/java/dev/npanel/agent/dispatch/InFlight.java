package dev.npanel.agent.dispatch;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The calls being served, so that one that never ends is seen. Thread-safe. */
public final class InFlight {
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

    /** A call being served. */
    final class Entry implements AutoCloseable {
        private final long since = System.nanoTime();

        @Override
        public void close() {
            entries.remove(this);
        }
    }
}
