package dev.npanel.itests.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.npanel.itests.host.Ci;
import dev.npanel.itests.host.Dns;
import dev.npanel.itests.host.Host;
import dev.npanel.itests.host.Json;
import dev.npanel.itests.host.OnHost;
import dev.npanel.itests.host.Programs;
import dev.npanel.itests.host.Tenant;
import dev.npanel.itests.host.Zone;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Panel, zone, site and certificate over IPv6, from outside. */
@OnHost
@Order(45)
class Ipv6Test {
    /** On the host's network, and nobody's. */
    private static final String NOBODY = "fd10:77::dead";

    private static final String PUBLIC = "2001:db8:77::12";

    private final Ci ci;
    private final Host host;
    private final Tenant tenant;
    private final Authority authority;
    private String address = "";

    Ipv6Test(Ci ci) {
        this.ci = ci;
        host = ci.host();
        tenant = ci.newTenant();
        authority = new Authority(ci);
    }

    @BeforeEach
    void thereIsIpv6() {
        assumeThat(host.ipv6Address()).as("this machine has IPv6").isPresent();
        address = host.ipv6Address().orElseThrow();
    }

    @Test
    @Tag("C11")
    void thePanelAnswers() {
        assertThat(curl("--insecure", api("health"))).endsWith(" 200");
    }

    @Test
    @Tag("C8")
    void whoCalledIsWrittenDown() {
        curl("--insecure", "--json", Json.object("username", tenant.name(), "password", "not it"), api("auth/login"));
        JsonNode line = ci.administrator()
                .get("audit?action=auth.login&target=account:" + tenant.name() + "&limit=1")
                .json()
                .at("/items/0");
        assertThat(line.path("outcome").asText()).isEqualTo("UNAUTHENTICATED auth.wrong");
        assertThat(line.path("from").asText()).isEqualTo("fd10:77::1");
    }

    @Test
    @Tag("D1")
    void aZoneIsMadeWithTheServersOwnAddress() {
        host.ask("ip", "address", "add", PUBLIC + "/64", "dev", "host0", "nodad");
        try {
            String domain = tenant.newDomain();
            tenant.session()
                    .post(
                            "dns",
                            Json.object("domain", domain, "nameservers", List.of("ns1." + domain, "ns2." + domain)))
                    .expect(201);
            assertThat(Dns.answers(address, domain, "AAAA")).containsExactly(PUBLIC);
            assertThat(Dns.answers(address, "ns1." + domain, "AAAA")).containsExactly(PUBLIC);
        } finally {
            host.ask("ip", "address", "delete", PUBLIC + "/64", "dev", "host0");
        }
    }

    @Test
    @Tag("D3")
    void aZoneIsServed() {
        Zone zone = tenant.newZone();
        zone.add("six", "AAAA", "FD10:77:0::6").expect(201);
        assertThat(Dns.answers(address, "six." + zone.domain(), "AAAA")).containsExactly("fd10:77::6");
        assertThat(Dns.dig(address, "+tcp", "+short", "six." + zone.domain(), "AAAA"))
                .isEqualToIgnoringNewLines("fd10:77::6");
    }

    @Test
    @Tag("S1")
    @Tag("W1")
    void aSiteThatHasNoOtherAddressGetsACertificate() {
        authority.issues();
        Zone zone = tenant.newZone();
        String name = zone.domain();
        zone.add("@", "AAAA", address).expect(201);
        site(name);
        assertThat(check(name)).contains(name + " leads here over IPv6.", "answers on port 80 as it should");

        issue(name);
        assertThat(curl("--connect-to", "::[" + address + "]:", "http://" + name + "/"))
                .as("forced to HTTPS")
                .endsWith(" 301");
        // whose authority is in the host, and known there
        assertThat(host.ask(
                        "curl",
                        "-s",
                        "--cacert",
                        Authority.ROOTS,
                        "--resolve",
                        name + ":443:[" + address + "]",
                        "-w",
                        " %{http_code}",
                        "https://" + name + "/"))
                .contains("<title>" + name)
                .endsWith(" 200");
    }

    @Test
    @Tag("S1")
    void anAddressOfIpv6ThatLeadsElsewhereIsNamed() {
        authority.issues();
        Zone zone = tenant.newZone();
        String name = zone.domain();
        zone.add("@", "A", host.address()).expect(201);
        zone.add("@", "AAAA", NOBODY).expect(201);
        site(name);
        assertThat(check(name))
                .contains(name + " leads here over IPv4.")
                .contains(name + " leads to fd10:77::dead over IPv6, which is no address of this server's own.")
                .contains("is a private address, which was not asked");
    }

    private String api(String path) {
        return "https://[" + address + "]:8443/api/" + path;
    }

    private void site(String name) {
        tenant.session()
                .post("web/vhosts", Json.object("domain", name, "type", "STATIC", "www", "NONE"))
                .expect(201);
    }

    private String check(String name) {
        return tenant.session()
                .post("ssl/check", Json.object("names", List.of(name)))
                .expect(200)
                .text();
    }

    private void issue(String name) {
        tenant.session()
                .done(tenant.session()
                        .post("ssl", Json.object("names", List.of(name)))
                        .expect(202)
                        .get("id"));
        tenant.session()
                .put("web/vhosts/" + name, Json.object("tls", Json.map("certificate", name)))
                .expect(200);
    }

    /** From outside: what is answered, and the status. */
    private static String curl(String... options) {
        String[] command = {"curl", "--silent", "--max-time", "10", "--write-out", " %{http_code}"};
        return Programs.run(Stream.of(command, options).flatMap(Arrays::stream).toArray(String[]::new))
                .output();
    }
}
