package dev.npanel.dns.panel.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final List<Integer> MANY = IntStream.range(0, 1_000).boxed().toList();

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final List<Integer> sizes = new ArrayList<>();
    private final List<Integer> gone = new ArrayList<>();

    @Test
    void shortCallsGrow() {
        assertThat(run(Duration.ofMillis(1), Pace.ENDLESS)).isEqualTo(1_000);
        assertThat(sizes).containsExactly(1, 2, 4, 8, 16, 32, 64, 128, 200, 200, 200, 145);
        assertThat(gone).isEqualTo(MANY);
    }

    @Test
    void longOnesShrink() {
        assertThat(run(Duration.ofMillis(90), Pace.ENDLESS)).isEqualTo(1_000);
        assertThat(sizes).startsWith(1, 2, 4, 8, 8, 8);
        assertThat(gone).isEqualTo(MANY);
        sizes.clear();
        gone.clear();
        run(Duration.ofSeconds(2), Pace.ENDLESS);
        assertThat(sizes).containsOnly(1);
    }

    @Test
    void noCallBeginsAfterTheTime() {
        assertThat(run(Duration.ofMillis(500), Duration.ofSeconds(2))).isEqualTo(4);
        assertThat(gone).containsExactly(0, 1, 2, 3);
    }

    @Test
    void nothingIsNoCall() {
        assertThat(new Pace(() -> now).each(List.of(), Pace.ENDLESS, part -> sizes.add(part.size())))
                .isZero();
        assertThat(sizes).isEmpty();
    }

    @Test
    void whatFailsIsNotTriedAgain() {
        assertThatThrownBy(() -> new Pace(() -> now).each(MANY, Pace.ENDLESS, part -> {
                    gone.addAll(part);
                    throw new IllegalStateException("away");
                }))
                .hasMessage("away");
        assertThat(gone).containsExactly(0);
    }

    /** @param each how long one of them takes */
    private int run(Duration each, Duration most) {
        return new Pace(() -> now).each(MANY, most, part -> {
            sizes.add(part.size());
            gone.addAll(part);
            now = now.plus(each.multipliedBy(part.size()));
        });
    }
}
