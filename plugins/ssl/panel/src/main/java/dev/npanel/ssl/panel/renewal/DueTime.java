package dev.npanel.ssl.panel.renewal;

import dev.npanel.ssl.ca.RenewalWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When a certificate is to be renewed: within the authority's window, or else at two thirds of its lifetime, at a moment of chance in
 * both cases, so that an authority is not asked by all the world at midnight. */
final class DueTime {
    private static final int HOUR = 3600;
    private static final int MOST_DOUBLINGS = 5;

    private final RandomGenerator chance;

    DueTime(RandomGenerator chance) {
        this.chance = chance;
    }

    Instant of(Instant notBefore, Instant notAfter, Optional<RenewalWindow> window) {
        if (window.isPresent()) {
            return between(window.get().start(), window.get().end());
        }
        Duration lifetime = Duration.between(notBefore, notAfter);
        Instant due = notBefore.plus(lifetime.dividedBy(3).multipliedBy(2));
        // an hour for certificates of months, minutes for those of a day
        return between(
                due,
                due.plus(lifetime.dividedBy(72)).isBefore(due.plusSeconds(HOUR))
                        ? due.plus(lifetime.dividedBy(72))
                        : due.plusSeconds(HOUR));
    }

    /** One hour, two, four …, a day and more at the most, and up to an hour of chance. */
    Instant afterFailure(Instant now, int failures) {
        return now.plusSeconds((long) HOUR << Math.min(failures, MOST_DOUBLINGS))
                .plusSeconds(chance.nextInt(HOUR));
    }

    private Instant between(Instant start, Instant end) {
        long span = Math.max(1, Duration.between(start, end).toSeconds());
        return start.plusSeconds(chance.nextLong(span));
    }
}
