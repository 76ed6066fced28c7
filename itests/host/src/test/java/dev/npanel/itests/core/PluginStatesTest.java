package dev.npanel.itests.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.npanel.itests.host.Answer;
import dev.npanel.itests.host.Ci;
import dev.npanel.itests.host.Host;
import dev.npanel.itests.host.Json;
import dev.npanel.itests.host.OnHost;
import dev.npanel.itests.host.Session;
import dev.npanel.itests.host.Zone;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plugins are disabled and enabled while both processes run, and stay as they are whatever is restarted. */
@OnHost
@Tag("C6")
@Order(46)
class PluginStatesTest {
    private static final String BACKEND = "npanel.dns.powerdns";
    private static final String RESOURCES = "npanel.dns.panel";
    private static final String SECOND = "example.dns.second";
    private static final String FOLDER = "/usr/lib/npanel/agent/plugins";
    private static final String CHOICES = "/var/lib/npanel/plugins/";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Ci ci;
    private final Host host;
    private final Session administrator;
    private final Zone zone;

    PluginStatesTest(Ci ci) {
        this.ci = ci;
        host = ci.host();
        administrator = ci.administrator();
        zone = ci.newTenant().newZone();
    }

    @AfterEach
    void enableAll() {
        // its choice goes after it: what is there without one is enabled, and a rival
        host.exec("rm", "-f", FOLDER + "/second.jar");
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .pollDelay(Duration.ZERO)
                .until(() -> administrator.get("plugins/" + SECOND).status() == 404);
        host.exec("rm", "-f", CHOICES + SECOND);
        set(BACKEND, "enabled").expect(200);
        set(RESOURCES, "enabled").expect(200);
        zone.get("records").expect(200);
    }

    @Test
    void tellsWhatIsInstalledAndWhatItMayTouch() {
        JsonNode backend = read(BACKEND);
        assertThat(backend.path("state").asText()).isEqualTo("ENABLED");
        assertThat(backend.path("version").asText()).isNotEmpty();
        assertThat(backend.path("processes").toString()).isEqualTo("[\"agent\"]");
        assertThat(backend.path("declaration").path("actions").toString()).contains("\"dns.zone.*\"");
        assertThat(backend.path("declaration").path("effects").toString()).contains("dns.powerdns.zone");
        JsonNode resources = read(RESOURCES);
        assertThat(resources.path("processes").toString()).isEqualTo("[\"panel\"]");
        assertThat(resources.path("operations").toString()).contains("GET /api/dns");

        assertThat(administrator.get("plugins").expect(200).json().path("items").findValuesAsText("name"))
                .containsExactly(
                        "npanel.agent",
                        RESOURCES,
                        BACKEND,
                        "npanel.dns.powerdns.carrier",
                        "npanel.panel",
                        "npanel.ssl.agent",
                        "npanel.ssl.letsencrypt",
                        "npanel.ssl.panel",
                        "npanel.web.nginx",
                        "npanel.web.panel");
    }

    @Test
    void theBackendIsDisabledAndEnabledWithoutARestart() {
        int panel = host.pid("npanel-panel");
        int agent = host.pid("npanel-agent");

        Answer disabled = set(BACKEND, "disabled").expect(200);

        assertThat(disabled.get("state")).isEqualTo("DISABLED");
        Answer away = zone.get("records");
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.code()).isEqualTo("action.unknown");
        assertThat(zone.ask("ns1", "A")).as("PowerDNS goes on").isNotEmpty();
        assertThat(read(BACKEND).path("state").asText()).isEqualTo("DISABLED");
        assertThat(set(BACKEND, "disabled").expect(200).header("NPanel-Change"))
                .as("nothing to do")
                .isEmpty();

        assertThat(set(BACKEND, "enabled").expect(200).get("state")).isEqualTo("ENABLED");
        zone.add("again", "A", "192.0.2.1").expect(201);
        assertThat(host.pid("npanel-panel")).isEqualTo(panel);
        assertThat(host.pid("npanel-agent")).isEqualTo(agent);
    }

    @Test
    void theResourcesAreDisabledAndEnabledWithoutARestart() {
        set(RESOURCES, "disabled").expect(200);
        zone.get("records").expect(404);
        administrator.get("domains").expect(200);

        set(RESOURCES, "enabled").expect(200);
        zone.get("records").expect(200);
    }

    @Test
    void theChoiceOutlivesRestartsAndUpgrades() {
        set(BACKEND, "disabled").expect(200);
        set(RESOURCES, "disabled").expect(200);

        host.systemctl("restart", "npanel-agent", "npanel-panel");
        awaitDisabled();
        host.ask(
                "bash",
                "-c",
                "dpkg-deb -R /root/debs/npanel-plugin-dns-powerdns_*.deb /root/next"
                        + " && sed -i 's/^Version: .*/&+next/' /root/next/DEBIAN/control"
                        + " && dpkg-deb -b /root/next /root/next.deb && dpkg -i /root/next.deb && rm -r /root/next /root/next.deb");
        awaitDisabled();
        host.ask("sync");
        host.powerCut();
        host.boot();
        awaitDisabled();

        set(RESOURCES, "enabled").expect(200);
        set(BACKEND, "enabled").expect(200);
        zone.get("records").expect(200);
    }

    private void awaitDisabled() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> administrator.get("plugins").status() == 200);
        assertThat(read(BACKEND).path("state").asText()).isEqualTo("DISABLED");
        assertThat(read(RESOURCES).path("state").asText()).isEqualTo("DISABLED");
        assertThat(zone.get("records").status()).isEqualTo(404);
    }

    @Test
    void aDryRunShowsAndARevertTakesBack() {
        Answer preview = administrator.put("plugins/" + BACKEND + "/state?dryRun=true", state("disabled", null));
        assertThat(preview.expect(200).text()).contains("put-file", CHOICES + BACKEND, "-enabled", "+disabled");
        zone.get("records").expect(200);

        String change = set(BACKEND, "disabled").expect(200).change();
        administrator.post("changes/" + change + "/revert", "").expect(200);

        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> zone.get("records").status() == 200);
        assertThat(read(BACKEND).path("state").asText()).isEqualTo("ENABLED");
    }

    @Test
    void aSecondBackendWaitsForItsTurnAndThenTakesThePlaceOfTheFirst() {
        installSecond();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> administrator.get("plugins/" + SECOND).status() == 200);
        assertThat(read(SECOND).path("state").asText()).isEqualTo("DISABLED");
        assertThat(read(SECOND).path("reasons").toString()).contains(BACKEND);
        zone.get("records").expect(200);

        Answer refused = set(SECOND, "enabled").expect(409);
        assertThat(refused.code()).isEqualTo("plugin.rival");
        assertThat(refused.text()).contains(BACKEND);

        String change = set(SECOND, "enabled", BACKEND).expect(200).change();
        assertThat(read(BACKEND).path("state").asText()).isEqualTo("DISABLED");
        // all manifest, so it runs and serves nothing
        assertThat(read(SECOND).path("state").asText()).isEqualTo("FAILED");
        assertThat(zone.get("records").status()).isEqualTo(503);

        host.systemctl("restart", "npanel-agent");
        ci.panel();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> administrator.get("plugins").status() == 200);
        assertThat(read(BACKEND).path("state").asText()).isEqualTo("DISABLED");

        set(BACKEND, "enabled", SECOND).expect(200);
        zone.get("records").expect(200);
        administrator.post("changes/" + change + "/revert", "").expect(409);
    }

    /** A bundle that is all manifest; jar is not on the host, and a zip is one. */
    private void installSecond() {
        String manifest = "Manifest-Version: 1.0\\nBundle-ManifestVersion: 2\\nBundle-SymbolicName: " + SECOND
                + "\\nBundle-Version: 1.0.0\\nNPanel-Actions: dns.zone.*, dns.record.*\\n";
        host.ask(
                "perl",
                "-MIO::Compress::Zip=:all",
                "-e",
                "my $m = \"" + manifest + "\"; zip(\\$m => '/root/second.jar', Name => 'META-INF/MANIFEST.MF')"
                        + " or die $ZipError");
        host.ask("install", "-m", "0644", "/root/second.jar", FOLDER + "/second.jar.new");
        host.ask("mv", FOLDER + "/second.jar.new", FOLDER + "/second.jar");
    }

    @Test
    void whatIsUnderWayIsAnsweredWhenThePluginGoes() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            List<Future<Answer>> answers = IntStream.range(0, 64)
                    .mapToObj(i -> clients.submit(() -> zone.add("n" + i, "A", "192.0.2.1")))
                    .toList();
            answers.get(8).get();
            set(BACKEND, "disabled").expect(200);
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).isIn(201, 503);
            }
        } finally {
            clients.shutdown();
        }

        set(BACKEND, "enabled").expect(200);
        assertThat(zone.add("after", "A", "192.0.2.1").expect(201).status())
                .as("nothing was left half done")
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no.such.plugin",
                "npanel.dns",
                "..%2F..%2Fetc%2Fpasswd",
                "..",
                "%2Fetc%2Fpasswd",
                "a%0Ab",
                "a%00",
                "npanel.agent%2F..",
                "-rf",
                "dev.npanel.agent.boot.Agent",
                "npanel::dns"
            })
    void namesOfNoPluginAreRefused(String name) {
        String before = host.ask("ls", "-la", CHOICES);

        Answer answer = set(name, "disabled");

        assertThat(answer.status()).isIn(400, 404, 405);
        assertThat(administrator.get("plugins/" + name).status()).isIn(400, 404, 405);
        assertThat(host.ask("ls", "-la", CHOICES)).isEqualTo(before);
    }

    @Test
    void theCoreCannotBeDisabled() {
        for (String core : List.of("npanel.agent", "npanel.panel")) {
            assertThat(set(core, "disabled").expect(409).code()).isEqualTo("plugin.core");
        }
    }

    @Test
    void usersMayNeitherLookNorDoAnything() {
        Session user = ci.newTenant().session();

        assertThat(user.get("plugins").status()).isEqualTo(403);
        assertThat(user.get("plugins/" + BACKEND).status()).isEqualTo(403);
        assertThat(user.put("plugins/" + BACKEND + "/state", state("disabled", null))
                        .status())
                .isEqualTo(403);
        assertThat(set(BACKEND, "failed").status()).isEqualTo(400);
    }

    private JsonNode read(String name) {
        return administrator.get("plugins/" + name).expect(200).json();
    }

    private Answer set(String name, String state) {
        return set(name, state, null);
    }

    private Answer set(String name, String state, String instead) {
        return administrator.put("plugins/" + name + "/state", state(state, instead));
    }

    private static String state(String state, String instead) {
        return instead == null ? Json.object("state", state) : Json.object("state", state, "instead", instead);
    }
}
