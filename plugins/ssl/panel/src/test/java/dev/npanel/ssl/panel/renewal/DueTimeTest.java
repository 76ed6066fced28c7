package dev.npanel.ssl.panel.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.ssl.ca.RenewalWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S4")
class DueTimeTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final DueTime dueTime = new DueTime(new Random(1));

    @Test
    void twoThirdsOfTheLifetimeAndSomeChance() {
        for (int again = 0; again < 100; again++) {
            assertThat(dueTime.of(START, START.plus(Duration.ofDays(90)), Optional.empty()))
                    .isBetween(
                            START.plus(Duration.ofDays(60)),
                            START.plus(Duration.ofDays(60)).plusSeconds(3600));
            assertThat(dueTime.of(START, START.plus(Duration.ofHours(24)), Optional.empty()))
                    .isBetween(START.plus(Duration.ofHours(16)), START.plus(Duration.ofHours(17)));
        }
    }

    @Test
    void theAuthoritysWindowComesFirst() {
        RenewalWindow window = new RenewalWindow(START.plusSeconds(100), START.plusSeconds(200));
        assertThat(dueTime.of(START, START.plus(Duration.ofDays(90)), Optional.of(window)))
                .isBetween(window.start(), window.end());
        RenewalWindow over = new RenewalWindow(START, START);
        assertThat(dueTime.of(START, START.plus(Duration.ofDays(90)), Optional.of(over)))
                .isEqualTo(START);
    }

    @Test
    void failuresAreFollowedByLongerPausesUpToABound() {
        Duration before = Duration.ZERO;
        for (int failures = 0; failures < 5; failures++) {
            Duration pause = Duration.between(START, dueTime.afterFailure(START, failures));
            assertThat(pause).isGreaterThan(before);
            before = pause;
        }
        assertThat(dueTime.afterFailure(START, 1_000_000)).isBefore(START.plus(Duration.ofHours(34)));
    }
}
