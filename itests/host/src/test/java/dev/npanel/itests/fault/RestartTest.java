package dev.npanel.itests.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.npanel.itests.host.Answer;
import dev.npanel.itests.host.Ci;
import dev.npanel.itests.host.Host;
import dev.npanel.itests.host.OnHost;
import dev.npanel.itests.host.Zone;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Either process killed, stopped and started, alone and under load. */
@OnHost
@Tag("C11")
@Order(51)
class RestartTest {
    /** Only for what hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Ci ci;
    private final Host host;
    private final Zone zone;

    RestartTest(Ci ci) {
        this.ci = ci;
        host = ci.host();
        zone = ci.newTenant().newZone();
    }

    @Test
    void withoutTheAgentThePanelSaysWhenToTryAgain() {
        int panel = host.pid("npanel-panel");
        host.systemctl("stop", "npanel-agent");
        Answer answer = zone.add("away", "A", "192.0.2.1");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.isProblem()).isTrue();
        assertThat(answer.header("Retry-After")).isPresent();
        ci.administrator().get("auth/me").expect(200);
        host.systemctl("start", "npanel-agent");
        await().atMost(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> zone.get("records").status() == 200);
        zone.add("away", "A", "192.0.2.1").expect(201);
        assertThat(zone.ask("away", "A")).containsExactly("192.0.2.1");
        assertThat(host.pid("npanel-panel")).isEqualTo(panel);
    }

    @Test
    void theAgentKilledAgainAndAgainLosesAndDoublesNothing() {
        int panel = host.pid("npanel-panel");
        try (Burst burst = new Burst(zone, "killed", 8)) {
            for (int i = 0; i < 10; i++) {
                int before = burst.acknowledged().size();
                await().atMost(PATIENCE).until(() -> burst.acknowledged().size() > before + 5);
                host.kill("KILL", "npanel-agent");
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> zone.get("records?limit=1").status() == 200);
            }
            burst.stop();
            assertThat(burst.statuses()).isSubsetOf(Set.of(201, 503));
            burst.assertNothingLostOrHalfMade();
        }
        assertThat(host.pid("npanel-panel")).isEqualTo(panel);
        assertThat(host.exec("systemctl", "is-failed", "npanel-agent").isOk()).isFalse();
    }

    @Test
    void thePanelKilledComesBackByItself() {
        try (Burst burst = new Burst(zone, "panelkill", 4)) {
            await().atMost(PATIENCE).until(() -> burst.acknowledged().size() > 20);
            host.kill("KILL", "npanel-panel");
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(ci.panel()::answers);
            int again = burst.acknowledged().size();
            await().atMost(PATIENCE).until(() -> burst.acknowledged().size() > again + 20);
            burst.stop();
            assertThat(burst.statuses()).isSubsetOf(Set.of(201, 503));
            burst.assertNothingLostOrHalfMade();
        }
    }

    @Test
    void aFrozenAgentIsReplacedByTheWatchdog() {
        int before = host.pid("npanel-agent");
        host.kill("STOP", "npanel-agent");
        Answer answer = zone.add("frozen", "A", "192.0.2.1");
        assertThat(answer.status()).isEqualTo(503);
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    try {
                        return host.pid("npanel-agent") != before
                                && zone.get("records?limit=1").status() == 200;
                    } catch (UncheckedIOException tooLate) {
                        return false;
                    }
                });
        zone.add("thawed", "A", "192.0.2.1").expect(201);
    }
}
