package dev.npanel.dns.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SerialTest {
    private static final long TOP = 0xffff_ffffL;
    private static final int ROUNDS = 10_000;

    @ParameterizedTest
    @CsvSource({
        "1, 5, 5",
        "5, 1, 6",
        "5, 5, 6",
        "4294967295, 0, 0",
        "4294967295, 4294967295, 0",
        "4294967290, 10, 10",
        "0, 2147483647, 2147483647",
        "0, 2147483648, 1",
        "2026112101, 2026112001, 2026112102",
    })
    void risesOnItsCircle(long present, long wanted, long raised) {
        assertThat(Serial.raise(present, wanted)).isEqualTo(raised);
    }

    @Test
    void everyNextComesAfter() {
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            long serial = random.nextLong(TOP + 1);
            long other = random.nextLong(TOP + 1);
            assertThat(Serial.isAfter(Serial.next(serial), serial)).isTrue();
            assertThat(Serial.isAfter(serial, other) && Serial.isAfter(other, serial))
                    .isFalse();
            assertThat(Serial.isAfter(Serial.raise(serial, other), serial)).isTrue();
        }
    }

    @Test
    void aZoneThatIsMadeAgainHasALaterOne() {
        Instant first = Instant.parse("2026-11-28T03:00:00Z");
        assertThat(Serial.at(first)).isEqualTo(1_795_834_800L);
        assertThat(Serial.isAfter(Serial.at(first.plusSeconds(1)), Serial.at(first)))
                .isTrue();
        Instant wrap = Instant.ofEpochSecond(1L << 32);
        assertThat(Serial.at(wrap)).isZero();
        assertThat(Serial.isAfter(Serial.at(wrap), Serial.at(wrap.minusSeconds(1))))
                .isTrue();
    }
}
