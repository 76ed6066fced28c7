package dev.npanel.itests.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.itests.host.Ci;
import dev.npanel.itests.host.Host;
import dev.npanel.itests.host.OnHost;
import dev.npanel.itests.host.Outcome;
import dev.npanel.itests.host.Programs;
import dev.npanel.itests.host.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What strangers on the network, and tenants on the host, can reach. ADVISORIES 3, 46, 47, 53, 54, 59. */
@OnHost
@Order(13)
class SurfaceTest {
    private static final byte[] NOTHING = new byte[0];

    private final Ci ci;
    private final Host host;

    SurfaceTest(Ci ci) {
        this.ci = ci;
        this.host = ci.host();
        ci.administrator();
    }

    @Test
    void nothingOfOursListensButTheHttpsPort() {
        List<String> listening = host.ask("ss", "-Hltnup")
                .lines()
                .filter(line -> line.contains("java"))
                .toList();
        assertThat(listening).isNotEmpty().allMatch(line -> line.contains(":8443 "));
        assertThat(listening).noneMatch(line -> line.contains("pid=" + host.pid("npanel-agent") + ","));
    }

    @Test
    void theSandboxesHold() {
        assertThat(exposure("npanel-panel")).isLessThanOrEqualTo(2.0);
        assertThat(exposure("npanel-agent")).isLessThanOrEqualTo(2.5);
    }

    @Test
    @Tag("C11")
    void everybodyMayAskForHealthAndLearnsLittle() {
        var health = ci.panel().anonymous("GET", "health", "").expect(200);
        assertThat(health.text()).doesNotContain("/var", "jdbc", "Exception");
    }

    @Test
    void curlSpeaksHttp2AndIsToldToStayWithHttps() {
        String headers = curl("--http2", "-D", "-", "-o", "/dev/null", url("/api/health"))
                .ok();
        assertThat(headers).startsWith("HTTP/2 200");
        assertThat(headers.toLowerCase(Locale.ROOT)).contains("strict-transport-security: max-age=");
        assertThat(headers.toLowerCase(Locale.ROOT)).doesNotContain("server: jetty", "x-powered-by");
    }

    @Test
    void oldTlsIsNotSpoken() {
        assertThat(tls("-tls1_1").output()).contains("Cipher is (NONE)");
        assertThat(tls("-tls1_2").output()).contains("Cipher is ECDHE");
        assertThat(tls("-tls1_3").output()).contains("Cipher is TLS_");
    }

    @Test
    void plainHttpIsNotSpoken() {
        assertThat(curl("http://" + host.address() + ":8443/api/health").output())
                .doesNotContain("{\"status\"");
    }

    @Test
    void strangersLearnNothingOfPathsAndMethods() {
        for (String path :
                List.of("dns", "accounts", "nosuchthing", "dns/a.example/records", "../../etc/passwd", "jobs/1")) {
            for (String method : List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE")) {
                int status = ci.panel().send(method, path, Map.of(), NOTHING).status();
                assertThat(status).as(method + " " + path).isIn(400, 401, 404, 405, 429, 501);
                if (!path.contains("..")) {
                    assertThat(status).as(method + " " + path).isIn(401, 405, 429);
                }
            }
        }
    }

    @Test
    void proxyHeadersAreNotBelieved() {
        Tenant tenant = ci.newTenant();
        ci.panel()
                .send(
                        "GET",
                        "accounts/" + tenant.name(),
                        Map.of(
                                "Authorization", "Bearer " + tenant.session().token(),
                                "X-Forwarded-For", "203.0.113.66",
                                "CF-Connecting-IP", "203.0.113.66",
                                "True-Client-IP", "203.0.113.66",
                                "Forwarded", "for=203.0.113.66"),
                        NOTHING)
                .expect(200);
        assertThat(ci.administrator().get("audit?limit=500").expect(200).text()).doesNotContain("203.0.113.66");
    }

    @Test
    void aTenantReachesNothingOfOurs() {
        Tenant tenant = ci.newTenant();
        for (String path : List.of(
                "/etc/npanel/tls/panel.p12",
                "/etc/npanel/panel.conf",
                "/etc/npanel/env.d/dns-powerdns.env",
                "/var/lib/npanel/panel/npanel.db",
                "/var/lib/npanel/panel/keys/jwt.key",
                "/var/log/npanel/agent/audit.jsonl",
                "/etc/powerdns/pdns.d/npanel.conf",
                "/var/lib/powerdns/npanel.sqlite3")) {
            assertThat(host.exec("test", "-e", path).isOk()).as(path).isTrue();
            assertThat(as(tenant, "cat", path).isOk()).as(path).isFalse();
        }
        assertThat(as(tenant, "ls", "/var/lib/npanel/panel", "/var/lib/npanel/agent")
                        .isOk())
                .isFalse();
        assertThat(as(tenant, "ls", "/run/npanel").isOk()).isFalse();
        assertThat(as(tenant, "cat", "/proc/" + host.pid("npanel-panel") + "/environ")
                        .isOk())
                .isFalse();
    }

    @Test
    void nothingOfOursIsWritableByATenantOrInASharedPlace() {
        Tenant tenant = ci.newTenant();
        String writable = as(
                        tenant,
                        "find",
                        "/usr/lib/npanel",
                        "/etc",
                        "/var/lib",
                        "/var/cache",
                        "/var/log",
                        "/run",
                        "-writable",
                        "!",
                        "-type",
                        "l",
                        "!",
                        "-path",
                        "/run/lock*",
                        "!",
                        "-path",
                        "/run/screen*")
                .output();
        assertThat(writable.lines().filter(path -> path.contains("npanel"))).isEmpty();
        String shared = host.exec(
                        "find",
                        "/tmp",
                        "/var/tmp",
                        "/dev/shm",
                        "-xdev",
                        "(",
                        "-user",
                        "npanel",
                        "-o",
                        "-name",
                        "*npanel*",
                        ")")
                .output();
        assertThat(shared.lines().filter(path -> !path.contains("systemd-private-")))
                .isEmpty();
    }

    @Test
    void theSocketTakesNobodyButThePanel() {
        Tenant tenant = ci.newTenant();
        assertThat(as(
                                tenant,
                                "perl",
                                "-MIO::Socket::UNIX",
                                "-e",
                                "IO::Socket::UNIX->new(Peer => '/run/npanel/agent.sock') or exit 3")
                        .status())
                .isEqualTo(3);
        assertThat(host.ask("stat", "-c", "%a %U:%G", "/run/npanel/agent.sock")).isEqualTo("660 root:npanel");
        assertThat(host.ask("stat", "-c", "%a %U:%G", "/run/npanel")).isEqualTo("750 root:npanel");
    }

    private Outcome as(Tenant tenant, String... command) {
        return host.as(tenant.name(), NOTHING, command);
    }

    private double exposure(String unit) {
        String verdict =
                host.exec("systemd-analyze", "security", "--no-pager", unit).output();
        return Double.parseDouble(verdict.replaceAll("(?s).*Overall exposure level for [^:]*: ([0-9.]+).*", "$1"));
    }

    private String url(String path) {
        return "https://" + host.address() + ":8443" + path;
    }

    private static Outcome curl(String... arguments) {
        List<String> all = new ArrayList<>(List.of("curl", "--silent", "--insecure", "--max-time", "10"));
        all.addAll(List.of(arguments));
        return Programs.run(all, NOTHING);
    }

    private Outcome tls(String version) {
        return Programs.run(
                "openssl", "s_client", "-connect", host.address() + ":8443", version, "-cipher", "DEFAULT@SECLEVEL=0");
    }
}
