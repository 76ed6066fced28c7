package dev.npanel.itests.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.itests.host.Answer;
import dev.npanel.itests.host.Ci;
import dev.npanel.itests.host.OnHost;
import dev.npanel.itests.host.Tenant;
import dev.npanel.itests.host.Zone;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnHost
@Tag("D7")
@Order(22)
class ZoneFilesTest {
    private final Tenant tenant;

    ZoneFilesTest(Ci ci) {
        tenant = ci.newTenant();
    }

    @Test
    void aRichFileIsTakenWhole() {
        Zone zone = tenant.newZone();
        zone.importFile(file("rich", zone)).expect(200);
        assertThat(zone.ask("@", "A")).containsExactly("192.0.2.1");
        assertThat(zone.ask("www", "CNAME")).containsExactly(zone.domain() + ".");
        assertThat(zone.ask("host7", "A")).containsExactly("192.0.2.107");
        assertThat(zone.ask("note", "TXT")).containsExactly("\"a; semicolon, and \\\"quotes\\\"\"");
        assertThat(zone.ask("deep.below", "AAAA")).containsExactly("2001:db8::7");
        assertThat(zone.ask("again", "A")).containsExactly("192.0.2.20", "192.0.2.21");
        assertThat(zone.ask("@", "MX")).containsExactly("10 mail." + zone.domain() + ".", "20 mail.backup.example.");
        assertThat(zone.validate().expect(200).json().path("valid").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rich", "plain", "types"})
    void whatWasTakenComesOutAndGoesInAgain(String name) {
        Zone first = tenant.newZone();
        first.importFile(file(name, first)).expect(200);
        List<String> served = first.served();
        String exported = first.export();
        first.importFile(exported).expect(200);
        assertThat(first.served()).isEqualTo(served);
        assertThat(sorted(first.export())).isEqualTo(sorted(exported));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$INCLUDE /etc/shadow\n",
                "$INCLUDE /etc/passwd www\n",
                "$GENERATE 1-1000000000 host$ A 192.0.2.1\n",
                "$GENERATE 1-10/0 host$ A 192.0.2.1\n",
                "www IN A 192.0.2.999\n",
                "www IN A\n",
                "www IN NOSUCHTYPE x\n",
                "www CH A 192.0.2.1\n",
                "( ( ( (\n",
                "www IN TXT \"never closed\n",
                "www.elsewhere.example. IN A 192.0.2.1\n",
                "www IN CNAME a.example.\nwww IN A 192.0.2.1\n",
                "@ IN CNAME a.example.\n",
                "\u0000\u0001\u0002",
                "www IN A 192.0.2.1 ; \u202e\nx\u0007 IN A 192.0.2.1\n",
                "<html><body>zone</body></html>"
            })
    void onlyAllOfAFileOrNothingIsTaken(String broken) {
        Zone zone = tenant.newZone();
        List<String> before = zone.served();
        long serial = zone.serial();
        Answer answer = zone.importFile("$TTL 300\nfine IN A 192.0.2.1\n" + broken);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.isProblem()).isTrue();
        assertThat(answer.text()).doesNotContain("root:");
        assertThat(zone.served()).isEqualTo(before);
        assertThat(zone.serial()).isEqualTo(serial);
    }

    @Test
    void aBigFileIsTaken() {
        Zone zone = tenant.newZone();
        StringBuilder text = new StringBuilder("$TTL 300\n@ IN NS ns1.hoster.example.\n");
        for (int i = 0; i < 10_000; i++) {
            text.append("h").append(i).append(" IN A 192.0.2.").append(i % 250).append('\n');
        }
        zone.importFile(text.toString()).expect(200);
        assertThat(zone.ask("h9999", "A")).containsExactly("192.0.2.249");
        Answer added = zone.add("late", "A", "192.0.2.1").expect(201);
        assertThat(added.took().toMillis()).isLessThan(1_000);
        assertThat(zone.ask("late", "A")).containsExactly("192.0.2.1");
    }

    @Test
    void theStartOfAuthorityKeepsItsTtl() {
        Zone zone = tenant.newZone();
        zone.importFile("""
                        @ 77 IN SOA ns1.hoster.example. hostmaster.hoster.example. 1 60 60 3600 2
                        @ 300 IN NS ns1.hoster.example.
                        """).expect(200);
        assertThat(zone.get("soa").expect(200).json().path("ttl").asInt()).isEqualTo(77);
        assertThat(zone.export()).contains("\t77\tIN\tSOA\t");
    }

    @Test
    void aFileThatIsTooLongIsRefused() {
        Zone zone = tenant.newZone();
        Answer answer = zone.importFile("$TTL 300\n" + "; comment\n".repeat(900_000));
        assertThat(answer.status()).isIn(400, 413);
    }

    private static List<String> sorted(String file) {
        return file.lines()
                .filter(line -> !line.contains("SOA") && !line.startsWith(";"))
                .sorted()
                .toList();
    }

    private static String file(String name, Zone zone) {
        try (InputStream in = ZoneFilesTest.class.getResourceAsStream("/zones/" + name + ".zone")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("ZONE", zone.domain());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
