package dev.npanel.dns.panel.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FirstSerialsTest {
    private long seconds = 1_795_834_800;
    private final FirstSerials serials = new FirstSerials(() -> Instant.ofEpochSecond(seconds));

    @Test
    void areTheTime() {
        assertThat(serials.next()).isEqualTo(1_795_834_800);
        seconds += 60;
        assertThat(serials.next()).isEqualTo(1_795_834_860);
    }

    @Test
    void areNeverTheSameTwice() {
        assertThat(serials.next()).isEqualTo(1_795_834_800);
        assertThat(serials.next()).isEqualTo(1_795_834_801);
        seconds -= 3_600;
        assertThat(serials.next()).isEqualTo(1_795_834_802);
    }

    @Test
    void goRound() {
        FirstSerials late = new FirstSerials(() -> Instant.ofEpochSecond((1L << 32) - 1));
        assertThat(late.next()).isEqualTo((1L << 32) - 1);
        assertThat(late.next()).isZero();
    }
}
