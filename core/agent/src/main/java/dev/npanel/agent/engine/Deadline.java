package dev.npanel.agent.engine;

import java.time.Duration;

/** The moment from which on nobody waits for the answer any more: nothing is committed then. */
public final class Deadline {
    private final long nanoTime;

    private Deadline(long nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** So long from now. */
    public static Deadline after(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** How long it is still; not negative. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    /** Whether it has passed. */
    public boolean passed() {
        return nanoTime - System.nanoTime() <= 0;
    }
}
