package dev.npanel.panel.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.api.problem.ProblemException;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final TimeMeter time = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    };

    @Test
    void anAccountHasItsRate() {
        Limits limits = new Limits(5, 10, time);
        for (int i = 0; i < 5; i++) {
            limits.request("a");
        }
        assertLimited(() -> limits.request("a"));
        limits.request("b");
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        limits.request("a");
    }

    @Test
    void onlyFailedTriesCount() {
        Limits limits = new Limits(5, 10, time);
        for (int i = 0; i < 100; i++) {
            limits.tryAt("alice", "192.0.2.1").succeeded();
        }
        for (int i = 0; i < 10; i++) {
            limits.tryAt("alice", "192.0.2.1");
        }
        assertLimited(() -> limits.tryAt("alice", "192.0.2.1"));
        limits.tryAt("alice", "192.0.2.2");
    }

    @Test
    void keepsABoundedNumberOfKeys() {
        Limits limits = new Limits(1, 10, time);
        limits.request("first");
        for (int i = 0; i < 5_000; i++) {
            limits.request("account" + i);
        }
        limits.request("first");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
        "2001:db8:1:2:ffff:0:0:1, 2001:db8:1:2::/64",
        "2001:db8::1, 2001:db8::/64",
        "2001:db8:0:0:1::, 2001:db8::/64",
        "::1, ::/64",
        "fe80::1:2:3:4%2, fe80::/64",
        "no:address, no:address",
    })
    void aStrangerIsANetwork(String peer, String network) {
        assertThat(Address.network(peer)).isEqualTo(network);
    }

    private static void assertLimited(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().retryAfter()).isPositive());
    }
}
