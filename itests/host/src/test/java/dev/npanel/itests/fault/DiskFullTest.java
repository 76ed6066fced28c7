package dev.npanel.itests.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.npanel.itests.host.Answer;
import dev.npanel.itests.host.Ci;
import dev.npanel.itests.host.Host;
import dev.npanel.itests.host.Json;
import dev.npanel.itests.host.OnHost;
import dev.npanel.itests.host.Zone;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A disk is full: the one of the panel's store, of the agent's journal, of its audit trail, of PowerDNS' database. */
@OnHost
@Tag("C9")
@Order(61)
class DiskFullTest {
    private static final String ASIDE = "/root/aside";
    private static final int MEGABYTES = 32;
    private static final int REFUSALS = 5;
    /** A database may have room of its own for a while. */
    private static final int MOST_TRIES = 400;

    private static final Duration RECOVERY = Duration.ofSeconds(30);

    private final Ci ci;
    private final Host host;
    private final Zone zone;
    private final Pairs pairs;

    enum Disk {
        STORE("/var/lib/npanel/panel"),
        JOURNAL("/var/lib/npanel/agent"),
        AUDIT("/var/log/npanel/agent"),
        DATABASE("/var/lib/powerdns");

        private final String path;

        Disk(String path) {
            this.path = path;
        }

        String filler() {
            return path + "/filler";
        }

        String name(String what) {
            return name().toLowerCase(Locale.ROOT) + "-" + what;
        }
    }

    DiskFullTest(Ci ci) {
        this.ci = ci;
        host = ci.host();
        zone = ci.newTenant().newZone();
        pairs = new Pairs(zone);
    }

    @AfterEach
    void moveBack() {
        host.systemctl("stop", "npanel-panel", "npanel-agent", "pdns");
        for (Disk disk : Disk.values()) {
            if (host.exec("mountpoint", "-q", disk.path).isOk()) {
                host.ask("rm", "-rf", disk.filler(), ASIDE);
                host.ask("cp", "-a", disk.path, ASIDE);
                host.ask("umount", disk.path);
                host.ask("cp", "-a", ASIDE + "/.", disk.path);
            }
        }
        start();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsHalfMadeAndAllGoesOnWhenThereIsRoomAgain(Disk disk) {
        moveToSmallDisk(disk);
        pairs.add(disk.name("before")).expect(200);
        int agent = host.pid("npanel-agent");
        int panel = host.pid("npanel-panel");
        fill(disk);
        refusesChanges(disk.name("full"));
        refusesAccounts(disk);
        zone.get("records").expect(200);
        pairs.assertNothingLostOrHalfMade();
        host.ask("rm", disk.filler());
        goesOn(disk.name("room"));
        assertThat(host.pid("npanel-agent")).isEqualTo(agent);
        assertThat(host.pid("npanel-panel")).isEqualTo(panel);

        startsOnAFullDisk(disk);
        goesOn(disk.name("again"));
        pairs.assertNothingLostOrHalfMade();
        pairs.assertNothingRefusedIsThere();
    }

    /** Whoever starts without room waits for it. */
    private void startsOnAFullDisk(Disk disk) {
        fill(disk);
        // PowerDNS does not start without room for its database; systemd tries again
        host.exec("systemctl", "restart", "pdns");
        host.systemctl("restart", "npanel-agent", "npanel-panel");
        int agent = host.pid("npanel-agent");
        int panel = host.pid("npanel-panel");
        refusesChanges(disk.name("started"));
        host.ask("rm", disk.filler());
        goesOn(disk.name("fresh"));
        assertThat(host.pid("npanel-agent")).isEqualTo(agent);
        assertThat(host.pid("npanel-panel")).isEqualTo(panel);
    }

    private void refusesChanges(String prefix) {
        int refused = 0;
        for (int i = 0; refused < REFUSALS; i++) {
            assertThat(i).as("changes that were taken").isLessThan(MOST_TRIES);
            Answer answer = pairs.add(prefix + i);
            if (answer.expect(200, 503).status() == 503) {
                assertRefusal(answer);
                refused++;
            }
        }
    }

    private void refusesAccounts(Disk disk) {
        String name = "full" + disk.name().toLowerCase(Locale.ROOT);
        Answer answer = ci.administrator().post("accounts", Json.object("name", name, "password", Ci.password()));
        // PowerDNS has no part in it
        if (disk != Disk.DATABASE) {
            assertRefusal(answer.expect(503));
            assertThat(host.exec("getent", "passwd", name).isOk()).isFalse();
            assertThat(host.exec("test", "-e", "/home/" + name).isOk()).isFalse();
        }
    }

    private static void assertRefusal(Answer answer) {
        assertThat(answer.isProblem()).as(answer.text()).isTrue();
        assertThat(answer.header("Retry-After")).as(answer.text()).isPresent();
    }

    private void goesOn(String name) {
        await().atMost(RECOVERY)
                .pollInterval(Duration.ofMillis(500))
                .ignoreException(UncheckedIOException.class)
                .until(() -> pairs.add(name).status() == 200);
        assertThat(zone.ask(name, "A")).containsExactly("192.0.2.1");
    }

    private void fill(Disk disk) {
        // in pieces of a block, so that not even one is left
        host.exec("dd", "if=/dev/zero", "of=" + disk.filler(), "bs=1k");
    }

    private void moveToSmallDisk(Disk disk) {
        host.systemctl("stop", "npanel-panel", "npanel-agent", "pdns");
        host.ask("rm", "-rf", ASIDE);
        host.ask("cp", "-a", disk.path, ASIDE);
        host.smallDisk(disk.path, MEGABYTES);
        host.ask("cp", "-a", ASIDE + "/.", disk.path);
        start();
    }

    private void start() {
        for (String unit : List.of("pdns", "npanel-agent", "npanel-panel")) {
            host.systemctl("start", unit);
        }
        ci.awaitReady();
    }
}
