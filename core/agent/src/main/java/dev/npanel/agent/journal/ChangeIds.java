package dev.npanel.agent.journal;

import dev.npanel.api.change.ChangeId;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives changes their ids: the time in milliseconds and a counter, in base 36 and of one length, so that later ids sort
 * behind earlier ones, also when the clock is set back. Thread-safe.
 */
public final class ChangeIds {
    private static final int RADIX = 36;
    private static final int LENGTH = 13;
    private static final int COUNTER_BITS = 12;

    private final Clock clock;
    private final AtomicLong last;

    /** @param newest the newest id given so far, or an empty text */
    public ChangeIds(Clock clock, String newest) {
        this.clock = clock;
        this.last = new AtomicLong(newest.isEmpty() ? 0 : Long.parseLong(newest, RADIX));
    }

    /** An id that was never given before. */
    public ChangeId next() {
        long now = clock.millis() << COUNTER_BITS;
        String digits = Long.toString(last.updateAndGet(before -> Math.max(before + 1, now)), RADIX);
        return new ChangeId("0".repeat(LENGTH - digits.length()) + digits);
    }

    /** When the change of this id was begun. */
    public static Instant time(ChangeId id) {
        return Instant.ofEpochMilli(Long.parseLong(id.text(), RADIX) >> COUNTER_BITS);
    }
}
