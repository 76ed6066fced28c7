package dev.npanel.itests.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.npanel.itests.host.Answer;
import dev.npanel.itests.host.Ci;
import dev.npanel.itests.host.Host;
import dev.npanel.itests.host.OnHost;
import dev.npanel.itests.host.Probes;
import dev.npanel.itests.host.Zone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PowerDNS frozen, killed, and something else in its place. */
@OnHost
@Tag("D3")
@Order(50)
class PowerDnsFaultTest {
    /** What a caller may have to wait for a refusal. */
    private static final Duration DEADLINE = Duration.ofSeconds(32);

    private static final Duration RECOVERY = Duration.ofSeconds(40);

    private final Host host;
    private final Zone zone;

    PowerDnsFaultTest(Ci ci) {
        host = ci.host();
        zone = ci.newTenant().newZone();
    }

    @AfterEach
    void heal() {
        host.exec("systemctl", "thaw", "pdns");
        host.exec("systemctl", "stop", "rubbish");
        host.exec("systemctl", "start", "pdns");
    }

    @Test
    void frozen() {
        host.systemctl("freeze", "pdns");
        List<String> tried = tryThrice("frozen");
        host.systemctl("thaw", "pdns");
        recovers("frozen", tried);
    }

    @Test
    void killed() {
        host.systemctl("stop", "pdns");
        List<String> tried = tryThrice("killed");
        host.systemctl("start", "pdns");
        recovers("killed", tried);
    }

    /** What it was asked before it froze it may still do when it thaws, after all have been told that it failed. */
    @Test
    void frozenWhileItWorks() {
        try (Burst burst = new Burst(zone, "freezing", 8)) {
            for (int i = 0; i < 3; i++) {
                int before = burst.acknowledged().size();
                await().atMost(RECOVERY).until(() -> burst.acknowledged().size() > before + 10);
                burst.statuses().clear();
                host.systemctl("freeze", "pdns");
                await().atMost(DEADLINE).until(() -> burst.statuses().contains(503));
                host.systemctl("thaw", "pdns");
            }
            int after = burst.acknowledged().size();
            await().atMost(RECOVERY).until(() -> burst.acknowledged().size() > after + 10);
            burst.stop();
            assertThat(burst.statuses()).isSubsetOf(Set.of(201, 503));
            burst.assertNothingLostOrHalfMade();
        }
    }

    @Test
    void killedWhileItWorks() {
        List<String> acknowledged = new ArrayList<>();
        List<String> tried = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            if (i == 20) {
                host.kill("KILL", "pdns");
            }
            String name = "midway" + i;
            tried.add(name);
            Answer answer = zone.add(name, "A", "192.0.2.1");
            assertThat(answer.status()).as(answer.text()).isIn(201, 503);
            if (answer.status() == 201) {
                acknowledged.add(name);
            }
        }
        host.exec("systemctl", "start", "pdns");
        recovers("midway", List.of());
        for (String name : tried) {
            assertThat(zone.ask(name, "A")).as(name).hasSizeLessThanOrEqualTo(1);
            if (acknowledged.contains(name)) {
                assertThat(zone.ask(name, "A")).as(name).containsExactly("192.0.2.1");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "json", "broken", "deep", "noise", "error", "other", "drip", "endless"})
    void rubbishInItsPlace(String kind) {
        host.systemctl("stop", "pdns");
        Probes.push(host);
        host.ask("systemd-run", "-q", "--unit=rubbish", "--collect", "perl", Probes.RUBBISH, "8081", kind);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> host.ask("ss", "-Hltn").contains("127.0.0.1:8081"));
        List<String> tried = tryThrice("rubbish" + kind);
        host.systemctl("stop", "rubbish");
        host.systemctl("start", "pdns");
        recovers("rubbish" + kind, tried);
        assertThat(host.exec("systemctl", "is-active", "npanel-agent").isOk()).isTrue();
    }

    private List<String> tryThrice(String prefix) {
        List<String> tried = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String name = prefix + "-try" + i;
            Answer answer = zone.add(name, "A", "192.0.2.1");
            tried.add(name);
            assertThat(answer.status()).as(answer.text()).isEqualTo(503);
            assertThat(answer.isProblem()).isTrue();
            assertThat(Integer.parseInt(answer.header("Retry-After").orElseThrow()))
                    .isPositive();
            assertThat(answer.took()).isLessThan(DEADLINE);
        }
        assertThat(zone.get("records").status()).isEqualTo(503);
        return tried;
    }

    /** Goes on by itself; what was refused is not there, and what is asked again is there once. */
    private void recovers(String prefix, List<String> refused) {
        await().atMost(RECOVERY)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> zone.get("records").status() == 200);
        await().atMost(RECOVERY).pollInterval(Duration.ofMillis(500)).until(() -> {
            int status = zone.add(prefix + "-after", "A", "192.0.2.2").status();
            return status == 201 || status == 409;
        });
        for (String name : refused) {
            assertThat(zone.ask(name, "A")).as(name).isEmpty();
            zone.add(name, "A", "192.0.2.3").expect(201);
            assertThat(zone.ask(name, "A")).containsExactly("192.0.2.3");
        }
        assertThat(zone.ask(prefix + "-after", "A")).containsExactly("192.0.2.2");
    }
}
