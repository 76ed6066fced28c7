package dev.npanel.itests.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.npanel.itests.host.Answer;
import dev.npanel.itests.host.Ci;
import dev.npanel.itests.host.Dns;
import dev.npanel.itests.host.Host;
import dev.npanel.itests.host.Json;
import dev.npanel.itests.host.OnHost;
import dev.npanel.itests.host.Tenant;
import dev.npanel.itests.host.Zone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** BIND takes over from PowerDNS while both processes run, and PowerDNS from BIND. */
@OnHost
@Tag("C6")
@Order(46)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SwapTest {
    private static final String POWERDNS = "npanel.dns.powerdns";
    private static final String BIND = "npanel.dns.bind";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int KILLS = 4;
    private static final List<String> NAME_SERVERS = List.of("ns1.hoster.example", "ns2.hoster.example");

    private final Ci ci;
    private final Host host;
    private final String address;

    SwapTest(Ci ci) {
        this.ci = ci;
        host = ci.host();
        address = host.address();
    }

    @Test
    @Order(1)
    void aNameServerTakesOverAndGivesBack() {
        install();
        Zone plain = ci.newTenant().newZone();
        plain.add("www", "A", "192.0.2.1").expect(201);
        Zone signed = ci.newTenant().newZone();
        signed.add("www", "A", "192.0.2.2").expect(201);
        JsonNode ds = ci.administrator()
                .post("dns/" + signed.domain() + "/dnssec", "{}")
                .json()
                .path("ds");
        List<String> keys = Dns.answers(address, signed.domain(), "DNSKEY");
        int panel = host.pid("npanel-panel");
        int agent = host.pid("npanel-agent");

        refusesOthers(plain);
        for (String to : List.of(BIND, POWERDNS)) {
            long serial = Dns.serial(address, signed.domain());
            try (Silence silence = new Silence(address, "www." + signed.domain())) {
                migrate(to);
                System.out.println("port 53 was silent for " + silence.longest() + " when " + to + " took over");
            }
            assertThat(Dns.answers(address, "www." + plain.domain(), "A")).containsExactly("192.0.2.1");
            host.ipv6Address()
                    .ifPresent(ipv6 -> assertThat(Dns.answers(ipv6, "www." + plain.domain(), "A"))
                            .containsExactly("192.0.2.1"));
            assertThat(Dns.answers(address, signed.domain(), "DNSKEY")).isEqualTo(keys);
            assertThat(Dns.serial(address, signed.domain())).isGreaterThanOrEqualTo(serial);
            assertThat(ci.administrator()
                            .get("dns/" + signed.domain() + "/dnssec")
                            .json()
                            .path("ds"))
                    .isEqualTo(ds);
            plain.add("on-" + to.substring(to.lastIndexOf('.') + 1), "A", "192.0.2.3")
                    .expect(201);
        }

        assertThat(Dns.answers(address, "on-bind." + plain.domain(), "A")).containsExactly("192.0.2.3");
        assertThat(host.pid("npanel-panel")).isEqualTo(panel);
        assertThat(host.pid("npanel-agent")).isEqualTo(agent);
        assertThat(host.ask("systemctl", "is-enabled", "pdns").strip()).isEqualTo("enabled");
        assertThat(host.exec("systemctl", "is-active", "named").isOk()).isFalse();
        assertNoKeyWasWritten();
    }

    @Test
    @Order(2)
    @Tag("C9")
    void whatIsChangedMeanwhileGoesAlong() {
        install();
        Tenant tenant = ci.newTenant();
        List<Zone> zones = Stream.generate(tenant::newZone).limit(6).toList();
        String unsteady = tenant.newDomain();
        int number = 0;
        for (String to : List.of(BIND, POWERDNS)) {
            String job = begin(to);
            List<String> acknowledged = new ArrayList<>();
            boolean there = tenant.session().get("dns/" + unsteady).status() == 200;
            while (!hasEnded(job)) {
                Zone zone = zones.get(++number % zones.size());
                if (zone.add("n" + number, "A", "192.0.2.4").status() == 201) {
                    acknowledged.add("n" + number + "." + zone.domain());
                }
                there = there != isTurned(tenant, unsteady, there);
            }
            awaitDone(job, to);
            System.out.println(acknowledged.size() + " changes were acknowledged before " + to + " took over");
            assertThat(acknowledged).isNotEmpty();
            assertThat(acknowledged)
                    .allSatisfy(
                            name -> assertThat(Dns.answers(address, name, "A")).containsExactly("192.0.2.4"));
            tenant.session().get("dns/" + unsteady).expect(there ? 200 : 404);
        }
    }

    /** What carries the zones starts some time after the agent: what it was at is kept for it. */
    @Test
    @Order(3)
    @Tag("C9")
    void anAgentThatIsKilledMeanwhileGoesOnWhereItWas() {
        install();
        deleteAllZones(); // each start is waited for: few zones are enough
        Zone plain = ci.newTenant().newZone();
        plain.add("www", "A", "192.0.2.1").expect(201);
        Zone signed = ci.newTenant().newZone();
        signed.sign().expect(200, 201);
        List<String> keys = Dns.answers(address, signed.domain(), "DNSKEY");
        for (String to : List.of(BIND, POWERDNS)) {
            String job = begin(to);
            int kills = 0;
            while (kills < KILLS && !hasEnded(job)) {
                host.kill("KILL", "npanel-agent");
                kills++;
                ci.awaitReady();
            }
            awaitDone(job, to);
            System.out.println("the agent was killed " + kills + " times before " + to + " took over");
            assertThat(kills).isPositive();
            assertThat(Dns.answers(address, "www." + plain.domain(), "A")).containsExactly("192.0.2.1");
            assertThat(Dns.answers(address, signed.domain(), "DNSKEY")).isEqualTo(keys);
            plain.add("on-" + to.substring(to.lastIndexOf('.') + 1), "A", "192.0.2.3")
                    .expect(201);
        }
    }

    /** Deletes a zone that is there, or makes it; whether that was acknowledged. */
    private static boolean isTurned(Tenant tenant, String domain, boolean there) {
        Answer answer = there
                ? tenant.session().delete("dns/" + domain)
                : tenant.session().post("dns", Json.object("domain", domain, "nameservers", NAME_SERVERS));
        return answer.status() < 300;
    }

    private void install() {
        assumeThat(host.debian()).as("a Debian whose BIND nPanel knows").isEqualTo(12);
        host.push(Path.of("../../packaging/target/more").toAbsolutePath().normalize(), "/root");
        host.ask("sh", "-c", "apt-get install -q -y /root/more/npanel-plugin-dns-bind_*.deb");
        ci.awaitReady();
        assertThat(host.exec("systemctl", "is-active", "pdns").isOk())
                .as("who was first goes on")
                .isTrue();
    }

    private void deleteAllZones() {
        for (JsonNode zone : ci.administrator().get("dns?limit=10000").json().path("items")) {
            ci.administrator().delete("dns/" + zone.path("domain").asText()).expect(200);
        }
    }

    private void refusesOthers(Zone zone) {
        ci.newTenant().session().post("dns/migrate", Json.object("to", BIND)).expect(403);
        ci.administrator().post("dns/migrate", Json.object("to", POWERDNS)).expect(409);
        ci.administrator()
                .post("dns/migrate", Json.object("to", "npanel.dns.knot"))
                .expect(409);
        assertThat(Dns.answers(address, "www." + zone.domain(), "A")).isNotEmpty();
    }

    private void migrate(String to) {
        awaitDone(begin(to), to);
    }

    private String begin(String to) {
        Answer accepted = ci.administrator().post("dns/migrate", Json.object("to", to));
        accepted.expect(202);
        return "jobs/" + accepted.json().path("id").asText();
    }

    private boolean hasEnded(String job) {
        return List.of("DONE", "FAILED")
                .contains(ci.administrator().get(job).json().path("state").asText());
    }

    private void awaitDone(String job, String to) {
        await(to).atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> hasEnded(job));
        assertThat(ci.administrator().get(job).json().path("state").asText())
                .as(ci.administrator().get(job).text())
                .isEqualTo("DONE");
    }

    /** The words that the private part of a key begins with, in what nPanel keeps and logs. */
    private void assertNoKeyWasWritten() {
        String found = host.exec(
                        "grep",
                        "-rlE",
                        "PrivateKey:|Private-key-format",
                        "/var/lib/npanel",
                        "/var/log/npanel",
                        "/var/lib/bind/npanel",
                        "/run/npanel")
                .output();
        assertThat(found).isBlank();
    }
}
