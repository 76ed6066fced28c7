package dev.npanel.itests.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.npanel.itests.host.Answer;
import dev.npanel.itests.host.Ci;
import dev.npanel.itests.host.Host;
import dev.npanel.itests.host.Json;
import dev.npanel.itests.host.OnHost;
import dev.npanel.itests.host.Session;
import dev.npanel.itests.host.Zone;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;

/** The power of the host is cut; whatever was not synced to its disk is lost. */
@OnHost
@Tag("C9")
@Order(60)
class PowerCutTest {
    private final Ci ci;
    private final Host host;

    PowerCutTest(Ci ci) {
        this.ci = ci;
        host = ci.host();
        ci.administrator();
    }

    @RepeatedTest(3)
    void inTheMiddleOfTwentyChanges() {
        Zone zone = ci.newTenant().newZone();
        try (Burst burst = new Burst(zone, "cut", 20)) {
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> burst.acknowledged().size() > 40);
            host.powerCut();
            burst.stop();
            bootAgain();
            burst.assertNothingLostOrHalfMade();
        }
        assertThat(zone.validate().expect(200).json().path("valid").asBoolean()).isTrue();
        zone.add("after", "A", "192.0.2.1").expect(201);
    }

    @RepeatedTest(2)
    void inTheMiddleOfNewAccounts() throws InterruptedException {
        Set<String> tried = ConcurrentHashMap.newKeySet();
        Set<String> made = ConcurrentHashMap.newKeySet();
        AtomicInteger next = new AtomicInteger();
        String prefix = "p" + Long.toString(System.nanoTime() % 1_000_000, 36);
        Session administrator = ci.administrator();
        ExecutorService clients = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 4; i++) {
            clients.execute(() -> {
                try {
                    while (true) {
                        String name = prefix + next.incrementAndGet();
                        tried.add(name);
                        Answer answer =
                                administrator.post("accounts", Json.object("name", name, "password", Ci.password()));
                        if (answer.status() == 201) {
                            made.add(name);
                        }
                    }
                } catch (UncheckedIOException | AssertionError cut) {
                    // the power is off
                }
            });
        }
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> made.size() >= 4);
        host.powerCut();
        clients.shutdown();
        assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        bootAgain();
        for (String name : tried) {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                boolean account = administrator.get("accounts/" + name).status() == 200;
                assertThat(host.exec("getent", "passwd", name).isOk())
                        .as(name + " has a Unix user")
                        .isEqualTo(account);
                assertThat(host.exec("test", "-d", "/home/" + name).isOk())
                        .as(name + " has a home")
                        .isEqualTo(account);
                assertThat(account || !made.contains(name))
                        .as(name + " was acknowledged")
                        .isTrue();
            });
        }
    }

    private void bootAgain() {
        host.boot();
        ci.awaitReady();
    }
}
