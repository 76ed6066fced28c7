package dev.npanel.itests.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.npanel.itests.host.Answer;
import dev.npanel.itests.host.Ci;
import dev.npanel.itests.host.Host;
import dev.npanel.itests.host.OnHost;
import dev.npanel.itests.host.Zone;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Plugins go and come while both processes run, and what is not a package's runs in neither of them. */
@OnHost
@Tag("C6")
@Order(45)
class PluginsTest {
    private static final String PANEL = "/usr/lib/npanel/panel/plugins";
    private static final String AGENT = "/usr/lib/npanel/agent/plugins";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Ci ci;
    private final Host host;
    private final Zone zone;
    private final int panel;
    private final int agent;

    PluginsTest(Ci ci) {
        this.ci = ci;
        host = ci.host();
        zone = ci.newTenant().newZone();
        panel = host.pid("npanel-panel");
        agent = host.pid("npanel-agent");
    }

    @Test
    void thePanelsPartGoesAndComes() {
        String jar = jar(PANEL, "npanel.dns.panel-*.jar");

        host.ask("mv", jar, jar + ".off");
        awaitStatus(404);
        ci.administrator().get("auth/me").expect(200);
        ci.administrator().get("domains").expect(200);
        host.ask("mv", jar + ".off", jar);

        awaitStatus(200);
        zone.add("again", "A", "192.0.2.1").expect(201);
        assertNobodyWasRestarted();
    }

    @Test
    void theAgentsPartGoesAndComes() {
        String jar = jar(AGENT, "npanel.dns.powerdns-*.jar");

        host.ask("mv", jar, jar + ".off");
        awaitStatus(503);
        Answer away = zone.add("away", "A", "192.0.2.1");
        assertThat(away.code()).isEqualTo("action.unknown");
        assertThat(away.header("Retry-After")).isPresent();
        assertThat(zone.ask("ns1", "A")).as("PowerDNS goes on").isNotEmpty();
        host.ask("mv", jar + ".off", jar);

        awaitStatus(200);
        zone.add("back", "A", "192.0.2.1").expect(201);
        assertNobodyWasRestarted();
    }

    @Test
    void whatIsNoPackagesIsNotTaken() {
        String good = jar(AGENT, "npanel.dns.powerdns-*.jar");
        host.write(AGENT + "/rubbish.jar", "PK rubbish");
        host.ask("install", "-m", "0666", good, AGENT + "/writable.jar");
        host.ask("install", "-o", "nobody", good, AGENT + "/owned.jar");
        host.ask("ln", "-s", good, AGENT + "/link.jar");

        for (String name : new String[] {"rubbish", "writable", "owned", "link"}) {
            await(name).atMost(PATIENCE).until(() -> journal().contains(name + ".jar is not taken"));
            host.ask("rm", AGENT + "/" + name + ".jar");
        }
        zone.get("records").expect(200);
        assertNobodyWasRestarted();
    }

    private void awaitStatus(int status) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> zone.get("records").status() == status);
    }

    private void assertNobodyWasRestarted() {
        assertThat(host.pid("npanel-panel")).isEqualTo(panel);
        assertThat(host.pid("npanel-agent")).isEqualTo(agent);
    }

    private String journal() {
        return host.ask("journalctl", "--unit", "npanel-agent", "--no-pager", "--output", "cat");
    }

    private String jar(String folder, String pattern) {
        return host.ask("find", folder, "-name", pattern);
    }
}
