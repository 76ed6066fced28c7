package dev.npanel.dns.panel.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.api.value.DomainName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final List<DomainName> MANY = IntStream.range(0, 1_000)
            .mapToObj(i -> new DomainName("z" + i + ".example"))
            .toList();
    private static final Duration ENDLESS = Duration.ofDays(1);

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final List<Integer> sizes = new ArrayList<>();
    private final List<DomainName> gone = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    @Test
    void shortCallsGrow() {
        assertThat(run(Duration.ofMillis(1), ENDLESS)).isEqualTo(1_000);
        assertThat(sizes).containsExactly(1, 2, 4, 8, 16, 32, 64, 128, 200, 200, 200, 145);
        assertThat(gone).isEqualTo(MANY);
    }

    @Test
    void longOnesShrink() {
        assertThat(run(Duration.ofMillis(90), ENDLESS)).isEqualTo(1_000);
        assertThat(sizes).startsWith(1, 2, 4, 8, 8, 8);
        assertThat(gone).isEqualTo(MANY);
        sizes.clear();
        gone.clear();
        run(Duration.ofSeconds(2), ENDLESS);
        assertThat(sizes).containsOnly(1);
    }

    @Test
    void noCallBeginsAfterTheTime() {
        assertThat(run(Duration.ofMillis(500), Duration.ofSeconds(2))).isEqualTo(4);
        assertThat(gone).isEqualTo(MANY.subList(0, 4));
        assertThat(told).isEmpty();
    }

    @Test
    void nothingIsNoCall() {
        assertThat(pace().within(ENDLESS, List.of(), part -> sizes.add(part.size())))
                .isZero();
        assertThat(sizes).isEmpty();
    }

    @Test
    void whatFailsIsNotTriedAgain() {
        assertThatThrownBy(() -> pace().each(MANY, "compared", part -> {
                    gone.addAll(part);
                    throw new IllegalStateException("away");
                }))
                .hasMessage("away");
        assertThat(gone).isEqualTo(MANY.subList(0, 1));
        assertThat(told).isEmpty();
    }

    @Test
    void saysHowFarItIs() {
        pace().each(MANY.subList(0, 4), "compared", gone::addAll);
        assertThat(told)
                .containsExactly(
                        "1 of 4 zones are compared.", "3 of 4 zones are compared.", "4 of 4 zones are compared.");
    }

    private Pace pace() {
        return new Pace(() -> now, told::add);
    }

    /** @param each how long one of them takes */
    private int run(Duration each, Duration most) {
        return pace().within(most, MANY, part -> {
            sizes.add(part.size());
            gone.addAll(part);
            now = now.plus(each.multipliedBy(part.size()));
        });
    }
}
