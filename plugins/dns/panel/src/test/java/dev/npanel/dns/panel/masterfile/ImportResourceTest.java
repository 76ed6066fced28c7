package dev.npanel.dns.panel.masterfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.panel.MemoryDns;
import dev.npanel.dns.panel.RestTest;
import dev.npanel.dns.panel.zone.FirstSerials;
import dev.npanel.dns.zone.CreateZone;
import dev.npanel.dns.zone.ImportZone;
import dev.npanel.dns.zone.ImportZone.Mode;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D7")
class ImportResourceTest extends RestTest {
    private static final String SOA = "@ 3600 SOA ns1.example.net. hostmaster 7 2 3 4 5\n";
    private static final String SOUND = SOA + "@ 3600 NS ns1.example.net.\nwww 60 A 192.0.2.1\nwww 30 A 192.0.2.2\n";

    private final MemoryDns agent = new MemoryDns();
    private final ImportResource imports = new ImportResource(agent, new FirstSerials());
    private final ExportResource exports = new ExportResource(agent);

    @Test
    void aZoneIsMadeWhenWished() {
        assertThat(refused(() -> take(SOUND, Mode.REPLACE, false)).kind()).isEqualTo(ProblemKind.NOT_FOUND);
        JsonNode report = sent(take(SOUND, Mode.REPLACE, true));
        assertThat(report.get("created").asBoolean()).isTrue();
        assertThat(report.get("records").asInt()).isEqualTo(3);
        assertThat(report.get("recordSets").asInt()).isEqualTo(2);
        assertThat(report.get("byType").toString()).isEqualTo("{\"A\":2,\"NS\":1}");
        assertThat(report.get("notes").get(0).get("line").asInt()).isEqualTo(4);
        assertThat(report.get("soa").get("serial").asInt()).isEqualTo(7);
        assertThat(agent.last(CreateZone.class)).isNotNull();
        assertThat(sent(take(SOUND, Mode.REPLACE, true)).get("created").asBoolean())
                .isFalse();
    }

    @Test
    void whatIsExportedIsWhatWasImported() {
        take(SOUND, Mode.REPLACE, true);
        String file = (String) exports.export(USER, ZONE).getEntity();
        assertThat(file).isEqualTo("""
                        $ORIGIN example.com.
                        $TTL 3600
                        @\t3600\tIN\tSOA\tns1.example.net. hostmaster.example.com. 7 2 3 4 5
                        @\t3600\tIN\tNS\tns1.example.net.
                        www\t30\tIN\tA\t192.0.2.1
                        www\t30\tIN\tA\t192.0.2.2
                        """);
        take(file, Mode.REPLACE, false);
        assertThat((String) exports.export(USER, ZONE).getEntity()).isEqualTo(file.replace(" 7 ", " 8 "));
    }

    @Test
    void mergingNeedsNoWholeZone() {
        take(SOUND, Mode.REPLACE, true);
        take("$TTL 60\nmail A 192.0.2.9\nwww A 192.0.2.8\n", Mode.MERGE, false);
        assertThat((String) exports.export(USER, ZONE).getEntity())
                .contains("mail\t60", "192.0.2.8", "NS\tns1")
                .doesNotContain("192.0.2.2");
        assertThat(refused(() -> take("$TTL 60\nmail A 192.0.2.9\n", Mode.REPLACE, false))
                        .violations())
                .extracting("field")
                .containsExactly("zone");
    }

    @Test
    void oneWrongLineAndNothingIsTaken() {
        take(SOUND, Mode.REPLACE, true);
        Problem refused =
                refused(() -> take(SOUND + "a 60 A x\nb 60 HINFO x y\n$INCLUDE /etc/passwd\n", Mode.REPLACE, true));
        assertThat(refused.code()).isEqualTo("dns.import.refused");
        assertThat(refused.violations()).extracting("field").containsExactly("line 5", "line 6", "line 7");
        assertThat(agent.last(ImportZone.class)).isNull();
    }

    @Test
    void unknownTypesAreLeftOutWhenWished() {
        take(SOUND, Mode.REPLACE, true);
        JsonNode report = sent(imports.take(
                USER, ZONE, Mode.REPLACE, false, ImportResource.Unsupported.SKIP, bytes(SOUND + "b 60 HINFO x y\n")));
        assertThat(report.get("refused").get(0).get("line").asInt()).isEqualTo(5);
        assertThat(report.get("records").asInt()).isEqualTo(3);
    }

    @Test
    void aDryRunReportsAndChangesNothing() {
        take(SOUND, Mode.REPLACE, true);
        Response answer = imports.take(
                DRY,
                ZONE,
                Mode.REPLACE,
                false,
                ImportResource.Unsupported.REFUSE,
                bytes(SOA + "@ 60 NS ns9.example.net.\n"));
        assertThat(sent(answer).get("records").asInt()).isEqualTo(1);
        assertThat(sent(answer).get("steps").isArray()).isTrue();
        assertThat((String) exports.export(USER, ZONE).getEntity()).contains("192.0.2.1");
    }

    @Test
    void jsonCarriesAFileAsWell() {
        take(SOUND, Mode.REPLACE, true);
        ZoneText file = body(ZoneText.class, "{'zone':'@ 60 NS ns1.example.net.\\nnew 60 A 192.0.2.1\\n'}");
        Response answer = imports.takeJson(USER, ZONE, Mode.REPLACE, false, ImportResource.Unsupported.REFUSE, file);
        assertThat(sent(answer).get("records").asInt()).isEqualTo(2);
        assertThat(refused(() -> body(ZoneText.class, "{'zone':' '}")).kind()).isEqualTo(ProblemKind.INVALID);
    }

    @Test
    void whatIsNoTextOrNotOursIsRefused() {
        assertThat(refused(() -> imports.take(
                                USER, ZONE, Mode.REPLACE, false, ImportResource.Unsupported.REFUSE, new byte[] {
                                    (byte) 0xff
                                }))
                        .kind())
                .isEqualTo(ProblemKind.INVALID);
        DomainName foreign = new DomainName("example.org");
        assertThat(refused(() -> imports.take(
                                USER, foreign, Mode.REPLACE, true, ImportResource.Unsupported.REFUSE, bytes(SOUND)))
                        .kind())
                .isEqualTo(ProblemKind.FORBIDDEN);
    }

    private Response take(String file, Mode mode, boolean create) {
        return imports.take(USER, ZONE, mode, create, ImportResource.Unsupported.REFUSE, bytes(file));
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }
}
