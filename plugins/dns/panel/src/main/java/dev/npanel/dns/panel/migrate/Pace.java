package dev.npanel.dns.panel.migrate;

import dev.npanel.api.value.DomainName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * How many zones go into one call, which has ten seconds. A zone has ten records or ten thousand, so one begins, and more go along
 * as long as a call is short: a run that was cut off because its call took too long goes on with one zone again.
 */
final class Pace {
    private static final int MOST = 200;
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration LONG = Duration.ofSeconds(1);
    private static final Duration ENDLESS = Duration.ofDays(1);

    private final InstantSource clock;
    private final Consumer<String> progress;

    /** @param progress is told how far it is */
    Pace(InstantSource clock, Consumer<String> progress) {
        this.clock = clock;
        this.progress = progress;
    }

    /** Says how far it is. */
    void tell(String sentence) {
        progress.accept(sentence);
    }

    /**
     * Calls until everything was in a call.
     *
     * @param done what the zones of a call are after it, {@code compared}
     */
    void each(Collection<DomainName> zones, String done, Consumer<List<DomainName>> call) {
        AtomicInteger count = new AtomicInteger();
        within(ENDLESS, zones, part -> {
            call.accept(part);
            tell("%d of %d zones are %s.".formatted(count.addAndGet(part.size()), zones.size(), done));
        });
    }

    /**
     * Calls until everything was in a call, or this time is over: then no call is begun any more.
     *
     * @return how many were in a call
     */
    int within(Duration most, Collection<DomainName> zones, Consumer<List<DomainName>> call) {
        List<DomainName> waiting = List.copyOf(zones);
        Instant end = clock.instant().plus(most);
        int done = 0;
        int size = 1;
        while (done < waiting.size()) {
            Instant began = clock.instant();
            if (!began.isBefore(end)) {
                break;
            }
            List<DomainName> part = waiting.subList(done, Math.min(waiting.size(), done + size));
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
