package dev.npanel.dns.powerdns.api;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Closes what is not done in time, which ends the waiting of whoever reads or writes it. */
final class Deadline implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Deadline.class.getName());

    private final AtomicBoolean passed = new AtomicBoolean();
    private final Future<?> end;

    /** @param late what is closed after this time, unless this deadline is closed before */
    Deadline(ScheduledExecutorService clock, Duration time, Closeable late) {
        end = clock.schedule(() -> pass(late), time.toNanos(), TimeUnit.NANOSECONDS);
    }

    boolean hasPassed() {
        return passed.get();
    }

    @Override
    public void close() {
        end.cancel(false);
    }

    private void pass(Closeable late) {
        passed.set(true);
        try {
            late.close();
        } catch (IOException failed) {
            LOG.log(System.Logger.Level.DEBUG, "closed in spite of", failed);
        }
    }
}
