package dev.npanel.dns.panel.migrate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * How many zones go into one call, which has ten seconds. A zone has ten records or ten thousand, so one begins, and more go along
 * as long as a call is short: a run that was cut off because its call took too long goes on with one zone again.
 */
final class Pace {
    /** For as long as it takes. */
    static final Duration ENDLESS = Duration.ofDays(1);

    private static final int MOST = 200;
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration LONG = Duration.ofSeconds(1);

    private final InstantSource clock;

    Pace(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Calls until everything was in a call.
     *
     * @param most after this time no call is begun
     * @return how many were in a call
     */
    <T> int each(Collection<T> all, Duration most, Consumer<List<T>> call) {
        List<T> waiting = List.copyOf(all);
        Instant end = clock.instant().plus(most);
        int done = 0;
        int size = 1;
        while (done < waiting.size()) {
            Instant began = clock.instant();
            if (!began.isBefore(end)) {
                break;
            }
            List<T> part = waiting.subList(done, Math.min(waiting.size(), done + size));
            call.accept(part);
            done += part.size();
            size = next(size, Duration.between(began, clock.instant()));
        }
        return done;
    }

    private static int next(int size, Duration took) {
        if (took.compareTo(SHORT) < 0) {
            return Math.min(MOST, size * 2);
        }
        return took.compareTo(LONG) > 0 ? Math.max(1, size / 2) : size;
    }
}
