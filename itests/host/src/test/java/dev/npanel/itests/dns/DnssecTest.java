package dev.npanel.itests.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.npanel.itests.host.Ci;
import dev.npanel.itests.host.OnHost;
import dev.npanel.itests.host.Tenant;
import dev.npanel.itests.host.Zone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signed zones, with delv as the judge at every phase. The times of the rolls are real, and short: TTLs of seconds. */
@OnHost
@Order(30)
class DnssecTest {
    private static final String VALID = "; fully validated";

    private final Tenant tenant;

    @TempDir
    Path work;

    DnssecTest(Ci ci) {
        tenant = ci.newTenant();
    }

    @Test
    @Tag("D8")
    void aSignedZoneValidatesFromTheDsThatThePanelGives() {
        Zone zone = signed();
        assertThat(zone.ds()).hasSize(1).allMatch(ds -> ds.matches("[0-9]+ 13 2 [0-9a-fA-F]{64}"));
        assertValid(zone, zone.ds());
        zone.add("later", "A", "192.0.2.2").expect(201);
        assertThat(zone.delv(work, zone.ds(), "later", "A")).contains(VALID);
        assertThat(zone.delv(work, zone.ds(), "nosuchname", "A")).contains("negative response, fully validated");
    }

    @Test
    @Tag("D8")
    void hashedDenialValidatesToo() {
        Zone zone = quick();
        zone.post("dnssec", "{\"nsec3\":true}").expect(200, 201);
        assertValid(zone, zone.ds());
        assertThat(zone.ask("@", "NSEC3PARAM")).containsExactly("1 0 0 -");
        assertThat(zone.delv(work, zone.ds(), "nosuchname", "A")).contains("negative response, fully validated");
    }

    @Test
    @Tag("D8")
    void signingTwiceAndUnsigningWithADsAreRefused() {
        Zone zone = signed();
        List<String> ds = zone.ds();
        assertThat(zone.sign().status()).isIn(200, 201, 409);
        assertThat(zone.ds()).isEqualTo(ds);
        assertThat(tenant.session().delete(zone.path("dnssec")).status()).isIn(400, 409);
        assertValid(zone, ds);
    }

    @Test
    @Tag("D9")
    void aZskRollIsValidAtEveryPhase() {
        Zone zone = signed();
        List<String> ds = zone.ds();
        int old = tag(zone, "ZSK");
        rotate(zone, "ZSK");
        List<String> phases = follow(zone, ds);
        assertThat(phases).contains("PUBLISHED", "SIGNING");
        assertThat(zone.ds()).isEqualTo(ds);
        assertThat(tag(zone, "ZSK")).isNotEqualTo(old);
        assertThat(zone.ask("@", "DNSKEY")).hasSize(2);
    }

    @Test
    @Tag("D9")
    void aKskRollWaitsForTheParentAndIsValidAtEveryPhase() {
        Zone zone = signed();
        List<String> old = zone.ds();
        rotate(zone, "KSK");
        await().atMost(Duration.ofSeconds(20)).until(() -> zone.ds().size() == 2);
        List<String> both = zone.ds();
        assertValid(zone, old);
        assertValid(zone, both);
        assertThat(zone.post("dnssec/rotate", "{\"role\":\"KSK\",\"propagation\":0}")
                        .status())
                .isEqualTo(409);
        zone.post("dnssec/ds-seen", "{\"dsTtl\":1}").expect(200, 202);
        List<String> phases = follow(zone, both);
        assertThat(phases).contains("SWAPPED");
        List<String> next = zone.ds();
        assertThat(next).hasSize(1).doesNotContainAnyElementsOf(old);
        assertValid(zone, next);
        assertThat(zone.delv(work, old, "www", "A")).doesNotContain(VALID);
    }

    /** Walks with the roll to its end; whatever the phase, the zone validates. */
    private List<String> follow(Zone zone, List<String> ds) {
        List<String> phases = new ArrayList<>();
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    JsonNode roll = zone.dnssec().path("roll");
                    String phase = roll.isObject() ? roll.path("phase").asText() : "DONE";
                    if (phases.isEmpty() || !phases.get(phases.size() - 1).equals(phase)) {
                        phases.add(phase);
                    }
                    assertValid(zone, phase.equals("DONE") ? zone.ds() : ds);
                    return phase.equals("DONE");
                });
        return phases;
    }

    private void rotate(Zone zone, String role) {
        zone.post("dnssec/rotate", "{\"role\":\"%s\",\"propagation\":0}".formatted(role))
                .expect(200, 202);
    }

    private void assertValid(Zone zone, List<String> ds) {
        assertThat(zone.delv(work, ds, "www", "A")).as("trusting " + ds).contains(VALID);
    }

    private static int tag(Zone zone, String role) {
        for (JsonNode key : zone.dnssec().path("keys")) {
            if (key.path("role").asText().equals(role) && key.path("active").asBoolean()) {
                return key.path("tag").asInt();
            }
        }
        throw new AssertionError("no active " + role + " in " + zone.dnssec());
    }

    private Zone signed() {
        Zone zone = quick();
        zone.sign().expect(200, 201);
        return zone;
    }

    /** A zone whose records live for four seconds: so long is a phase of a roll, in which it is looked at several times. */
    private Zone quick() {
        Zone zone = tenant.newZone();
        zone.importFile("""
                        $TTL 4
                        @ IN SOA ns1.hoster.example. hostmaster.hoster.example. 1 60 60 3600 4
                        @ IN NS ns1.hoster.example.
                        www IN A 192.0.2.1
                        """).expect(200);
        return zone;
    }
}
