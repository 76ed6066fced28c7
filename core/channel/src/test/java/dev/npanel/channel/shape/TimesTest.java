package dev.npanel.channel.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    @Test
    void theyAreWhatTheJdkReads() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            Instant time = Instant.ofEpochSecond(random.nextLong(-70_000_000_000L, 260_000_000_000L));
            assertThat(Times.parse(time.toString())).isEqualTo(time);
            assertThat(Times.text(time)).isEqualTo(time.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-28T24:00:00Z",
                "2016-12-31T23:59:60Z",
                "2026-11-21T20:15:30.5Z",
                "2026-11-21T20:15:30.123456789Z",
                "2026-11-21t20:15:30z",
                "+12026-11-21T20:15:30Z",
                "-0001-11-21T20:15:30Z",
                "0000-01-01T00:00:00Z",
                "-0001-12-31T23:59:59Z",
                "9999-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "-1000000000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z"
            })
    void theOthersToo(String text) {
        Instant time = Instant.parse(text);
        assertThat(Times.parse(text)).isEqualTo(time);
        assertThat(Times.text(time)).isEqualTo(time.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-02-30T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-11-21T25:00:00Z",
                "2026-11-21T20:60:00Z",
                "2026-11-21 20:15:30Z",
                "2026-11-21T20:15:30",
                "\uff12026-11-21T20:15:3Z",
                "2026-11-2\u0661T20:15:30Z"
            })
    void whatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> Times.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
