package dev.npanel.itests.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.itests.host.Ci;
import dev.npanel.itests.host.OnHost;
import dev.npanel.itests.host.Outcome;
import dev.npanel.itests.host.Tenant;
import dev.npanel.itests.host.Zone;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who did what is known on both sides of the wall; secrets on neither. ADVISORIES 29, 50. */
@OnHost
@Tag("C8")
@Order(80)
class AuditTest {
    private final Ci ci;

    AuditTest(Ci ci) {
        this.ci = ci;
    }

    @Test
    void aChangeIsInBothTrails() {
        Tenant tenant = ci.newTenant();
        Zone zone = tenant.newZone();
        String change = zone.add("trail", "A", "192.0.2.1").expect(201).change();
        String panel = ci.administrator().get("audit?limit=50").expect(200).text();
        assertThat(panel).contains("dns.record.create", tenant.name(), zone.domain(), "10.77.0.1", change);
        String agent = agentTrail();
        assertThat(agent).contains("dns.record.create", tenant.name(), zone.domain(), change);
    }

    @Test
    void aRefusalIsRemembered() {
        Tenant tenant = ci.newTenant();
        Tenant other = ci.newTenant();
        Zone zone = tenant.newZone();
        zone.as(other.session()).add("evil", "A", "192.0.2.66").expect(403);
        assertThat(ci.administrator().get("audit?limit=50").expect(200).text()).contains(other.name());
        assertThat(agentTrail()).doesNotContain("192.0.2.66");
    }

    @Test
    void usersSeeTheirOwnLinesOnly() {
        Tenant tenant = ci.newTenant();
        Tenant other = ci.newTenant();
        tenant.newDomain();
        other.newDomain();
        var trail = tenant.session().get("audit");
        assertThat(trail.status()).isIn(200, 403);
        assertThat(trail.text()).doesNotContain(other.name());
    }

    @Test
    void aCommandVerifiesTheAgentsTrail() {
        ci.newTenant();
        assertThat(ci.host().ask("npanel-audit"))
                .startsWith("lines 1 to ")
                .contains("each follows from the one before it; ");
        String lines = ci.host().ask("head", "-n", "3", "/var/log/npanel/agent/audit.jsonl");
        ci.host().ask("mkdir", "-p", "/root/copy");
        ci.host().write("/root/copy/audit.jsonl", lines.replaceFirst("\"seq\":2,", "\"seq\":2, "));
        Outcome changed = ci.host().exec("npanel-audit", "/root/copy/audit.jsonl");
        assertThat(changed.status()).isEqualTo(1);
        assertThat(changed.output()).startsWith("lines 1 to 1\nline 2 does not follow from the one before it\n");
    }

    @Test
    void noSecretIsWrittenAnywhere() {
        Tenant tenant = ci.newTenant();
        Zone zone = tenant.newZone();
        zone.sign().expect(200, 201);
        tenant.session().refreshToken();
        String key = ci.host().ask("sed", "-n", "s/^NPANEL_PDNS_API_KEY=//p", "/etc/npanel/env.d/dns-powerdns.env");
        for (String secret : List.of(
                tenant.session().password(),
                tenant.session().token(),
                tenant.session().refreshToken(),
                key,
                ci.administrator().password())) {
            ci.host().write("/root/secret", secret);
            String found = ci.host()
                    .exec(
                            "grep",
                            "-rlaF",
                            "-f",
                            "/root/secret",
                            "/var/log",
                            "/var/lib/npanel",
                            "/run/npanel",
                            "/tmp",
                            "/var/cache/npanel")
                    .output();
            assertThat(found).as("a secret in files").isEmpty();
            assertThat(ci.host()
                            .exec("journalctl", "--no-pager", "-o", "cat", "-u", "npanel-panel", "-u", "npanel-agent")
                            .output())
                    .doesNotContain(secret);
        }
        assertThat(ci.host()
                        .exec("grep", "-rla", "PrivateKey", "/var/log", "/var/lib/npanel")
                        .output())
                .as("private keys outside of PowerDNS")
                .isEmpty();
    }

    private String agentTrail() {
        return ci.host().ask("tail", "-n", "50", "/var/log/npanel/agent/audit.jsonl");
    }
}
