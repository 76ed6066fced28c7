package dev.npanel.itests.dns;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.npanel.itests.host.Answer;
import dev.npanel.itests.host.Ci;
import dev.npanel.itests.host.Json;
import dev.npanel.itests.host.OnHost;
import dev.npanel.itests.host.Tenant;
import dev.npanel.itests.host.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnHost
@Order(20)
class RecordsTest {
    private final Tenant tenant;
    private final Zone zone;

    RecordsTest(Ci ci) {
        tenant = ci.newTenant();
        zone = tenant.newZone();
    }

    @Test
    @Tag("D1")
    void aNewZoneIsServed() {
        assertThat(zone.ask("@", "NS")).containsExactly("ns1." + zone.domain() + ".", "ns2." + zone.domain() + ".");
        assertThat(zone.ask("@", "SOA")).hasSize(1);
        assertThat(tenant.session().get("dns").expect(200).text()).contains(zone.domain());
        assertThat(tenant.session()
                        .post("dns", Json.object("domain", zone.domain(), "nameservers", List.of("ns1.hoster.example")))
                        .status())
                .isEqualTo(409);
    }

    @Test
    @Tag("D1")
    void aZoneThatGoesIsNoLongerServed() {
        Zone other = tenant.newZone();
        tenant.session().delete("dns/" + other.domain()).expect(200, 204);
        assertThat(other.ask("@", "SOA")).isEmpty();
        assertThat(other.get("records").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @Tag("D3")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a      | A     | 192.0.2.10                     | 192.0.2.10
            aaaa   | AAAA  | 2001:DB8:0::10                 | 2001:db8::10
            mx     | MX    | 10 mail.other.example.         | 10 mail.other.example.
            cname  | CNAME | www.other.example.             | www.other.example.
            txt    | TXT   | "v=spf1 -all"                  | "v=spf1 -all"
            semi   | TXT   | "a;b \\"c\\""                  | "a;b \\"c\\""
            caa    | CAA   | 0 issue "letsencrypt.org"      | 0 issue "letsencrypt.org"
            _sip._tcp | SRV | 0 5 5060 sip.other.example.   | 0 5 5060 sip.other.example.
            _443._tcp | TLSA | 3 1 1 0b9fa5a59eed715c26c1020c711b4f6ec42d58b0015e14337a39dad301c5afc3 | 3 1 1 0B9FA5A59EED715C26C1020C711B4F6EC42D58B0015E14337A39DAD3 01C5AFC3
            ssh    | SSHFP | 4 2 123456789abcdef67890123456789abcdef67890123456789abcdef123456789 | 4 2 123456789ABCDEF67890123456789ABCDEF67890123456789ABCDEF1 23456789
            naptr  | NAPTR | 100 50 "s" "SIP+D2U" "" _sip._udp.other.example. | 100 50 "s" "SIP+D2U" "" _sip._udp.other.example.
            ptr    | PTR   | host.other.example.            | host.other.example.
            svcb   | SVCB  | 1 svc.other.example. alpn=h2   | 1 svc.other.example. alpn="h2"
            https  | HTTPS | 1 . alpn=h2,h3                 | 1 . alpn="h2,h3"
            loc    | LOC   | 52 22 23.000 N 4 53 32.000 E -2.00m 1.00m 10000.00m 10.00m | 52 22 23.000 N 4 53 32.000 E -2.00m 1m 10000m 10m
            sub    | NS    | ns1.other.example.             | ns1.other.example.
            """)
    void everyTypeGoesInAndIsAnswered(String name, String type, String content, String answered) {
        Answer added = zone.add(name, type, content).expect(201);
        assertThat(added.get("type")).isEqualTo(type);
        assertThat(added.get("name")).isEqualTo(name + "." + zone.domain());
        if (type.equals("NS")) {
            assertThat(zone.served())
                    .anyMatch(line -> line.contains(name + "." + zone.domain()) && line.contains(answered));
        } else {
            assertThat(zone.ask(name, type)).containsExactly(answered);
        }
    }

    @Test
    @Tag("D3")
    void aDsNeedsADelegation() {
        String ds = "60485 13 2 2bb183af5f22588179a53b0a98631fad1a292118f4a3e8a0c1f8a1b1f1c5ad2f";
        assertThat(zone.add("nochild", "DS", ds).status()).isEqualTo(400);
        zone.add("child", "NS", "ns1.other.example.").expect(201);
        zone.add("child", "DS", ds).expect(201);
        assertThat(zone.ask("child", "DS")).hasSize(1);
    }

    @Test
    @Tag("D3")
    void longTextIsSplitAndComesBackWhole() {
        String text = "k=rsa; p=" + "A1b2C3d4".repeat(80);
        zone.add("key._domainkey", "TXT", "\"" + text + "\"").expect(201, 400);
        Answer plain = zone.add("key2._domainkey", "TXT", text);
        plain.expect(201);
        assertThat(String.join("", zone.ask("key2._domainkey", "TXT")).replace("\" \"", ""))
                .isEqualTo("\"" + text + "\"");
    }

    @Test
    @Tag("D3")
    void namesAreRelativeOrAbsoluteOrTheApex() {
        zone.add("@", "A", "192.0.2.1").expect(201);
        zone.add("rel", "A", "192.0.2.2").expect(201);
        zone.add("abs." + zone.domain() + ".", "A", "192.0.2.3").expect(201);
        zone.add("*.wild", "A", "192.0.2.4").expect(201);
        zone.add("bücher", "A", "192.0.2.5").expect(201);
        assertThat(zone.ask("@", "A")).containsExactly("192.0.2.1");
        assertThat(zone.ask("rel", "A")).containsExactly("192.0.2.2");
        assertThat(zone.ask("abs", "A")).containsExactly("192.0.2.3");
        assertThat(zone.ask("anything.wild", "A")).containsExactly("192.0.2.4");
        assertThat(zone.ask("xn--bcher-kva", "A")).containsExactly("192.0.2.5");
        assertThat(zone.add("www.elsewhere.example.", "A", "192.0.2.6").status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @Tag("D3")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            @    | CNAME | www.other.example. | name
            w    | A     | 192.0.2.256        | content
            w    | A     | 2001:db8::1        | content
            w    | AAAA  | 192.0.2.1          | content
            w    | MX    | mail.other.example. | content
            w    | MX    | 10 192.0.2.1       | content
            w    | SRV   | 0 5 70000 h.example. | content
            w    | CAA   | 0 issue            | content
            w    | BOGUS | x                  | type
            w    | SOA   | a. b. 1 1 1 1 1    | type
            -w   | A     | 192.0.2.1          | name
            a..b | A     | 192.0.2.1          | name
            w    | TLSA  | 3 1 1 xyz          | content
            """)
    void whatIsWrongIsNamedAndChangesNothing(String name, String type, String content, String field) {
        List<String> before = zone.served();
        Answer answer = zone.add(name, type, content);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.isProblem()).isTrue();
        assertThat(answer.violated()).anyMatch(violated -> violated.endsWith(field));
        assertThat(zone.served()).isEqualTo(before);
    }

    @Test
    @Tag("D3")
    void aCnameStandsAlone() {
        zone.add("alone", "CNAME", "www.other.example.").expect(201);
        assertThat(zone.add("alone", "A", "192.0.2.1").status()).isIn(400, 409);
        assertThat(zone.add("alone", "CNAME", "www2.other.example.").status()).isIn(400, 409);
        zone.add("host", "A", "192.0.2.1").expect(201);
        assertThat(zone.add("host", "CNAME", "www.other.example.").status()).isIn(400, 409);
    }

    @Test
    @Tag("D4")
    void anIdStaysWhileTheRecordExists() {
        String first = zone.add("stable", "A", "192.0.2.1").expect(201).get("id");
        String second = zone.add("stable", "A", "192.0.2.2").expect(201).get("id");
        assertThat(second).isNotEqualTo(first);
        assertThat(zone.update(first, "192.0.2.3", 600).expect(200).get("id")).isEqualTo(first);
        assertThat(zone.ask("stable", "A")).containsExactly("192.0.2.2", "192.0.2.3");
        zone.delete(second).expect(200, 204);
        zone.add("stable", "A", "192.0.2.1").expect(201);
        assertThat(zone.contentById()).containsEntry(first, "192.0.2.3").doesNotContainKey(second);
        assertThat(zone.update(second, "192.0.2.9", 600).status()).isEqualTo(404);
    }

    @Test
    @Tag("D5")
    void aDeletedRecordIsGone() {
        String id = zone.add("gone", "A", "192.0.2.1").expect(201).get("id");
        zone.delete(id).expect(200, 204);
        assertThat(zone.ask("gone", "A")).isEmpty();
        assertThat(zone.delete(id).status()).isEqualTo(404);
    }

    @Test
    @Tag("D2")
    void recordsAreListedByPagesAndFound() {
        Zone big = tenant.newZone();
        List<Map<String, Object>> many = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            many.add(Zone.adding("host" + i, "A", "192.0.2." + (i % 250)));
        }
        big.change(many).expect(200);
        JsonNode first = big.get("records?limit=100").expect(200).json();
        assertThat(first.path("items")).hasSize(100);
        assertThat(first.path("next").isTextual()).isTrue();
        assertThat(big.records().stream()
                        .map(each -> each.get("name").asText())
                        .filter(name -> name.startsWith("host")))
                .hasSize(250)
                .doesNotHaveDuplicates();
        assertThat(big.get("records?type=NS").expect(200).json().path("items")).hasSize(2);
        assertThat(big.get("records?name=host7").expect(200).json().path("items"))
                .hasSize(1);
        assertThat(big.get("records?limit=0").status()).isEqualTo(400);
        assertThat(big.get("records?limit=x").status()).isEqualTo(400);
    }

    @Test
    @Tag("D3")
    void everyChangeRaisesTheSerial() {
        long before = zone.serial();
        String id = zone.add("serial", "A", "192.0.2.1").expect(201).get("id");
        long added = zone.serial();
        zone.update(id, "192.0.2.2", 300).expect(200);
        long updated = zone.serial();
        zone.delete(id).expect(200, 204);
        assertThat(added).isGreaterThan(before);
        assertThat(updated).isGreaterThan(added);
        assertThat(zone.serial()).isGreaterThan(updated);
    }

    @Test
    @Tag("D3")
    @Tag("D4")
    @Tag("D5")
    void severalChangesAreAllMadeOrNone() {
        String id = zone.add("batch", "A", "192.0.2.1").expect(201).get("id");
        List<String> before = zone.served();
        long serial = zone.serial();
        Answer refused = zone.change(List.of(
                Zone.adding("batch1", "A", "192.0.2.1"),
                Zone.deleting(id),
                Zone.adding("batch2", "A", "not an address")));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.violated()).anyMatch(field -> field.contains("add[1]"));
        Answer conflict = zone.change(
                List.of(Zone.adding("batch1", "A", "192.0.2.1"), Zone.adding("batch1", "CNAME", "www.other.example.")));
        assertThat(conflict.status()).isIn(400, 409);
        assertThat(zone.served()).isEqualTo(before);
        assertThat(zone.serial()).isEqualTo(serial);
        zone.change(List.of(
                        Zone.adding("batch1", "A", "192.0.2.1"),
                        Zone.updating(id, "192.0.2.7"),
                        Zone.adding("batch2", "TXT", "\"two\"")))
                .expect(200);
        assertThat(zone.ask("batch", "A")).containsExactly("192.0.2.7");
        assertThat(zone.ask("batch2", "TXT")).containsExactly("\"two\"");
        assertThat(zone.serial()).isEqualTo(serial + 1);
    }

    @Test
    @Tag("D6")
    void aZoneIsValidated() {
        assertThat(zone.validate().expect(200).json().path("valid").asBoolean()).isTrue();
    }
}
