package dev.npanel.itests.together;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.npanel.itests.host.Answer;
import dev.npanel.itests.host.Ci;
import dev.npanel.itests.host.Host;
import dev.npanel.itests.host.Json;
import dev.npanel.itests.host.OnHost;
import dev.npanel.itests.host.Session;
import dev.npanel.itests.host.Tenant;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A domain with its zone, its site and a certificate, by one request; and without all of them, by another. */
@OnHost
@Order(44)
class WholeDomainTest {
    private final Ci ci;
    private final Host host;
    private final Tenant tenant;
    private final Authority authority;

    WholeDomainTest(Ci ci) {
        this.ci = ci;
        host = ci.host();
        tenant = ci.newTenant();
        authority = new Authority(ci);
    }

    @Test
    @Tag("C5")
    @Tag("S1")
    @Tag("S2")
    @Tag("W1")
    void aDomainComesAndGoesWithAllThatItHas() {
        authority.issues();
        String domain = tenant.name() + "-whole.example";
        String job = tenant.session()
                .post("domains", Json.object("name", domain, "services", List.of("zone", "https")))
                .expect(201)
                .get("job");
        assertThat(tenant.session().done(job)).contains("zone, site, certificate, https");

        String first = serial(domain);
        assertThat(https(domain)).contains("200 2").contains(domain);
        assertThat(host.ask(
                        "curl",
                        "-s",
                        "-o",
                        "/dev/null",
                        "-w",
                        "%{redirect_url}",
                        "-H",
                        "Host: " + domain,
                        "http://localhost/x"))
                .isEqualTo("https://" + domain + "/x");
        tenant.session().delete("ssl/" + domain).expect(409);
        tenant.session().delete("domains/" + domain).expect(409);
        ci.newTenant()
                .session()
                .put("domains/" + domain + "/services", Json.object("services", List.of()))
                .expect(403);

        done(tenant.session().put("ssl/" + domain + "/renew", "{}"));
        assertThat(serial(domain)).as("the renewed one is served").isNotEqualTo(first);
        assertNoKeyIsTold();

        assertThat(tenant.session()
                        .delete("domains/" + domain + "?everything=true&dryRun=true")
                        .expect(200)
                        .text())
                .contains("the DNS zone " + domain, "the web site " + domain, "the certificate " + domain);
        done(tenant.session().delete("domains/" + domain + "?everything=true"));
        for (String each : List.of("domains/", "dns/", "web/vhosts/", "ssl/")) {
            assertThat(tenant.session().get(each + domain).status()).as(each).isIn(403, 404);
        }
        assertThat(host.exec("ls", "/etc/nginx/npanel/sites/" + domain + ".conf", "/var/lib/npanel/ssl/" + domain)
                        .isOk())
                .isFalse();
    }

    @Test
    @Tag("C5")
    @Tag("C9")
    void aDomainThatWasRemovedComesBackWithAllThatItHad() {
        authority.issues();
        String domain = tenant.name() + "-back.example";
        tenant.session()
                .done(tenant.session()
                        .post("domains", Json.object("name", domain, "services", List.of("zone", "https")))
                        .expect(201)
                        .get("job"));
        tenant.session()
                .post(
                        "dns/" + domain + "/records",
                        Json.object("name", "kept", "type", "TXT", "ttl", 300, "content", "\"as it was\""))
                .expect(201);
        String page = https(domain);
        String served = serial(domain);
        String records = records(domain);
        done(tenant.session().delete("domains/" + domain + "?everything=true"));
        assertThat(host.exec("ls", "/etc/nginx/npanel/sites/" + domain + ".conf")
                        .isOk())
                .isFalse();

        Tenant other = ci.newTenant();
        assertThat(other.session().get("domains/removed").expect(200).text()).doesNotContain(domain);
        other.session().post("domains/removed/" + domain + "/restore", "{}").expect(404);
        assertThat(tenant.session().get("domains/removed").expect(200).text())
                .contains(domain, "the DNS zone " + domain, "the web site " + domain, "the certificate " + domain);
        assertThat(tenant.session()
                        .post("domains/removed/" + domain + "/restore?dryRun=true", "{}")
                        .expect(200)
                        .text())
                .contains("the DNS zone " + domain);
        done(tenant.session().post("domains/removed/" + domain + "/restore", "{}"));
        assertThat(https(domain)).isEqualTo(page);
        assertThat(serial(domain)).as("the same certificate").isEqualTo(served);
        assertThat(records(domain)).isEqualTo(records);
        assertThat(tenant.session().get("ssl/expiring").expect(200).status()).isEqualTo(200);
        done(tenant.session().put("ssl/" + domain + "/renew", "{}"));
        assertThat(serial(domain)).as("it is renewed as before").isNotEqualTo(served);
        assertThat(tenant.session().get("domains/removed").expect(200).text()).doesNotContain(domain);
    }

    /** Without the start of authority, whose serial rises. */
    private String records(String domain) {
        StringBuilder all = new StringBuilder();
        for (JsonNode each : tenant.session()
                .get("dns/" + domain + "/records")
                .expect(200)
                .json()
                .path("items")) {
            if (!each.path("type").asText().equals("SOA")) {
                all.append(each).append('\n');
            }
        }
        return all.toString();
    }

    @Test
    @Tag("S5")
    void certificatesAreListedByPages() {
        Session owner = ci.newTenant().session();
        String domain = owner.name() + "-pages.example";
        owner.post("domains", Json.object("name", domain)).expect(201);
        for (String name : List.of("a", "b", "c")) {
            owner.post(
                            "ssl/self-signed",
                            Json.object("names", List.of(name + "." + domain), "key", "EC256", "days", 30))
                    .expect(201);
        }
        Answer first = owner.get("ssl?limit=2").expect(200);
        assertThat(ids(first)).containsExactly("a." + domain, "b." + domain);
        assertThat(first.json().at("/items/0/names/0").asText()).isEqualTo("a." + domain);
        assertThat(first.json().at("/items/0/selfSigned").asBoolean()).isTrue();
        Answer second = owner.get("ssl?limit=2&after=" + first.get("next")).expect(200);
        assertThat(ids(second)).containsExactly("c." + domain);
        assertThat(second.json().at("/next").isNull()).isTrue();

        owner.get("ssl?limit=501").expect(400);
        owner.get("ssl?after=%2e%2e%2fx").expect(400);
        assertThat(tenant.session().get("ssl").expect(200).text()).doesNotContain(domain);
        assertThat(ci.newTenant().session().get("ssl").expect(200).text()).isEqualTo("{\"items\":[],\"next\":null}");
    }

    private static List<String> ids(Answer page) {
        return page.json().path("items").findValuesAsText("id");
    }

    @Test
    @Tag("S1")
    void whatWouldFailIsSaidBeforeTheAuthorityIsAsked() {
        authority.issues();
        // a zone that has no address for its own name
        String domain = tenant.newZone().domain();
        JsonNode report = tenant.session()
                .post("ssl/check", Json.object("names", List.of(domain)))
                .expect(200)
                .json();
        assertThat(report.toString()).contains(domain).contains("FAILURE");
        String job = tenant.session()
                .post("ssl", Json.object("names", List.of(domain)))
                .expect(202)
                .get("id");
        assertThat(tenant.session().ended(job).path("failed").asText()).startsWith("ssl.check.failed");
    }

    private String https(String domain) {
        return host.ask(
                "curl",
                "-s",
                "--cacert",
                Authority.ROOTS,
                "--connect-to",
                "::localhost:",
                "-w",
                "%{http_code} %{http_version}",
                "https://" + domain + "/");
    }

    /** Of the certificate that a client is shown. */
    private String serial(String domain) {
        return host.ask(
                "sh",
                "-c",
                "openssl s_client -connect localhost:443 -servername " + domain
                        + " < /dev/null 2> /dev/null | openssl x509 -noout -serial");
    }

    /** A job that was accepted. */
    private void done(Answer accepted) {
        tenant.session().done(accepted.expect(202).get("id"));
    }

    /** A private key is in its own directory only. */
    private void assertNoKeyIsTold() {
        String found = host.exec(
                        "grep",
                        "-rlE",
                        "BEGIN (EC |RSA )?PRIVATE KEY",
                        "/var/lib/npanel/agent/changes",
                        "/var/lib/npanel/panel",
                        "/var/log/npanel")
                .output();
        assertThat(found).isBlank();
    }
}
