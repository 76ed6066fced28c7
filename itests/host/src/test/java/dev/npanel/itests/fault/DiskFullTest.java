package dev.npanel.itests.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.npanel.itests.host.Answer;
import dev.npanel.itests.host.Ci;
import dev.npanel.itests.host.Host;
import dev.npanel.itests.host.Json;
import dev.npanel.itests.host.OnHost;
import dev.npanel.itests.host.Zone;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The disk that holds the state of both processes is full. */
@OnHost
@Tag("later")
@Tag("C9")
@Order(61)
class DiskFullTest {
    private static final String STATE = "/var/lib/npanel";
    private static final String FILLER = STATE + "/filler";
    private static final int MEGABYTES = 48;

    private final Ci ci;
    private final Host host;
    private final Zone zone;

    DiskFullTest(Ci ci) {
        this.ci = ci;
        host = ci.host();
        zone = ci.newTenant().newZone();
    }

    @Test
    void nothingIsHalfMadeAndBothGoOnWhenThereIsRoomAgain() {
        moveToSmallDisk();
        zone.add("room", "A", "192.0.2.1").expect(201);
        int agent = host.pid("npanel-agent");
        int panel = host.pid("npanel-panel");
        host.exec("dd", "if=/dev/zero", "of=" + FILLER, "bs=4k");
        List<String> before = zone.served();
        for (int i = 0; i < 5; i++) {
            Answer answer = zone.add("full" + i, "A", "192.0.2.1");
            assertThat(answer.status()).as(answer.text()).isIn(500, 503);
            assertThat(answer.isProblem()).isTrue();
        }
        Answer account = ci.administrator().post("accounts", Json.object("name", "nospace", "password", Ci.password()));
        assertThat(account.status()).as(account.text()).isIn(500, 503);
        assertThat(host.exec("getent", "passwd", "nospace").isOk()).isFalse();
        assertThat(zone.served()).isEqualTo(before);
        host.ask("rm", FILLER);
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> zone.add("roomagain", "A", "192.0.2.1").status() == 201);
        assertThat(host.pid("npanel-agent")).isEqualTo(agent);
        assertThat(host.pid("npanel-panel")).isEqualTo(panel);
        assertThat(zone.ask("roomagain", "A")).containsExactly("192.0.2.1");
        ci.host().systemctl("restart", "npanel-agent", "npanel-panel");
        ci.awaitReady();
        assertThat(zone.served()).hasSize(before.size() + 1);
        moveBack();
    }

    private void moveToSmallDisk() {
        host.systemctl("stop", "npanel-panel", "npanel-agent");
        host.ask("cp", "-a", STATE, "/root/state");
        host.smallDisk(STATE, MEGABYTES);
        host.ask("cp", "-a", "/root/state/.", STATE);
        host.systemctl("start", "npanel-agent", "npanel-panel");
        ci.awaitReady();
    }

    private void moveBack() {
        host.systemctl("stop", "npanel-panel", "npanel-agent");
        host.ask("rm", "-rf", "/root/state");
        host.ask("cp", "-a", STATE, "/root/state");
        host.ask("umount", STATE);
        host.ask("cp", "-a", "/root/state/.", STATE);
        host.systemctl("start", "npanel-agent", "npanel-panel");
        ci.awaitReady();
    }
}
