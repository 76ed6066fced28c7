package dev.npanel.dns.panel.masterfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.ResourceRecord;
import dev.npanel.dns.zone.Soa;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("D7")
class ZoneFileReaderTest {
    private static final DomainName ZONE = new DomainName("example.com");
    private static final String NS = "@ 3600 NS ns1.example.net.\n";

    @Test
    void readsWhatBindWrites() {
        ZoneFile file = whole("""
                ; a zone with all that RFC 1035 allows
                $ORIGIN example.com.
                $TTL 1h
                @       IN SOA ns1 john\\.doe (
                                2026112101 ; serial
                                3h 15m 1w ; (refresh; retry) expire
                                1h )
                        IN NS  ns1
                        NS     ns2.example.net.
                ns1     300 IN A 192.0.2.1
                www     IN 300 A 192.0.2.2
                        AAAA 2001:DB8::2
                *.Dev   CNAME www
                txt     TXT "v=spf1; \\"quoted\\" \\; a" "second (no ; comment)" ; a comment "here"
                $ORIGIN sub
                deep    A 192.0.2.3
                @       MX 10 mail.example.com.
                """);
        assertThat(file.refused()).isEmpty();
        assertThat(file.soa())
                .isEqualTo(
                        Soa.parse("ns1.example.com. john\\.doe.example.com. 2026112101 10800 900 604800 3600", 3600));
        assertThat(lines(file))
                .containsExactly(
                        "example.com 3600 NS ns1.example.com.",
                        "example.com 3600 NS ns2.example.net.",
                        "ns1.example.com 300 A 192.0.2.1",
                        "www.example.com 300 A 192.0.2.2",
                        "www.example.com 3600 AAAA 2001:db8::2",
                        "*.dev.example.com 3600 CNAME www.example.com.",
                        "txt.example.com 3600 TXT \"v=spf1; \\\"quoted\\\" ; a\" \"second (no ; comment)\"",
                        "deep.sub.example.com 3600 A 192.0.2.3",
                        "sub.example.com 3600 MX 10 mail.example.com.");
    }

    @Test
    void readsOtherLineEndsAndUnicode() {
        ZoneFile file = whole("\ufeff$TTL 60\r\n@ NS ns1.bücher.example.\r\rbücher A 192.0.2.1\n"
                + "t TXT \"grün\" \"\\ü\"\nu TXT grün");
        assertThat(lines(file))
                .containsExactly(
                        "example.com 60 NS ns1.xn--bcher-kva.example.",
                        "xn--bcher-kva.example.com 60 A 192.0.2.1",
                        "t.example.com 60 TXT \"gr\\195\\188n\" \"\\195\\188\"",
                        "u.example.com 60 TXT \"gr\\195\\188n\"");
    }

    @Test
    void splitsTextThatIsTooLongForOneString() {
        ZoneFile file = whole(NS + "dkim TXT ( \"" + "k".repeat(300) + "\" )\n");
        assertThat(lines(file).get(1))
                .isEqualTo("dkim.example.com 3600 TXT \"" + "k".repeat(255) + "\" \"" + "k".repeat(45) + "\"");
    }

    @Test
    void expandsGenerateWithinBounds() {
        assertThat(lines(whole(NS + "$GENERATE 1-3/2 host${0,3} 60 A 192.0.2.${10}\n")))
                .endsWith("host001.example.com 60 A 192.0.2.11", "host003.example.com 60 A 192.0.2.13");
        for (String bomb : List.of(
                "$GENERATE 1-4294967295 a$ A 192.0.2.1",
                "$GENERATE 1-2 a${0,99999999} A 192.0.2.1",
                "$GENERATE 1-2 a${0,10,d A 192.0.2.1",
                "$GENERATE 1-2 $" + "{0,99}".repeat(2_000) + " A 192.0.2.1",
                "$GENERATE 1-60000 a$ A 192.0.2.1\n$GENERATE 1-60000 b$ A 192.0.2.1")) {
            assertThat(whole(NS + bomb + "\n").refused()).as(bomb).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "$INCLUDE /etc/passwd | must not include other files",
                "$include other.zone other.example. | must not include other files",
                "$ORIGIN | must be a directive and one word",
                "$TTL -1 | must be a directive with its arguments",
                "$DATE 1 | must be $ORIGIN, $TTL or $GENERATE, no other directive is known",
                "a A 192.0.2.256 | data of a record of type A",
                "a MX mail | data of a record of type MX",
                "a.example.org. A 192.0.2.1 | must lie in the zone example.com",
                "a CH A 192.0.2.1 | must be of class IN",
                "a TXT \"open | must have a closing quote on the line of the opening one",
                "a TXT ( open | must have a closing parenthesis for every opening one",
                "a TXT ) x | must have an opening parenthesis for every closing one",
                "sub SOA a. b.c. 1 2 3 4 5 | must have its SOA record at the apex of the zone",
                "a\\000b A 192.0.2.1 | must be a domain name; its first label may be *",
                "a DS 1 13 2 abcd | data of a record of type DS",
                "a BOGUS x | a type that is known",
                "\"\" A 192.0.2.1 | must have a TTL",
            })
    void namesTheLineThatIsWrong(String line, String reason) {
        ZoneFile file = whole("$TTL 60\n" + NS + "\n; comment\n" + line + "\nlast A 192.0.2.1\n");
        assertThat(file.refused()).hasSize(1);
        assertThat(file.refused().get(0).line()).isEqualTo(5);
        assertThat(file.refused().get(0).reason()).contains(reason);
    }

    @Test
    void neverSaysWhatTheLineHolds() {
        ZoneFile file = whole(NS + "a TXT <script>alert(1)</script> \"x\na BOGUS <script>\n$<script>\n");
        assertThat(file.refused())
                .hasSize(3)
                .noneMatch(remark -> remark.reason().contains("script"));
    }

    @Test
    void aLineWithoutATtlNeedsOneBefore() {
        assertThat(whole("@ NS ns1.example.net.\n").refused()).hasSize(1);
        assertThat(lines(whole("@ SOA ns1.example.net. h.example.com. 1 2 3 4 77\n@ NS ns1.example.net.\n")))
                .containsExactly("example.com 77 NS ns1.example.net.");
        assertThat(lines(whole("@ 5 NS ns1.example.net.\na A 192.0.2.1\n"))).endsWith("a.example.com 5 A 192.0.2.1");
    }

    @Test
    void sortsOutWhatIsTwiceAndMixed() {
        ZoneFile file = whole(NS + "a 60 A 192.0.2.1\na 30 A 192.0.2.2\nA 60 A 192.0.2.1\n");
        assertThat(lines(file).subList(1, 3))
                .containsExactly("a.example.com 30 A 192.0.2.1", "a.example.com 30 A 192.0.2.2");
        assertThat(file.notes()).extracting(Remark::line).containsExactly(3, 4, 4);
    }

    @Test
    void reportsConflictsBetweenLines() {
        ZoneFile file = whole(NS + "a 60 CNAME b\na 60 A 192.0.2.1\n@ CNAME b\n");
        assertThat(file.refused()).extracting(Remark::line).containsExactlyInAnyOrder(2, 1, 1);
        assertThat(whole("a 60 A 192.0.2.1\n").refused())
                .containsExactly(new Remark(0, "A zone needs at least one NS record at its apex."));
        assertThat(ZoneFileReader.read(ZONE, "a 60 A 192.0.2.1\n", false).refused())
                .isEmpty();
    }

    @Test
    void keepsApartWhatIsNotSupported() {
        ZoneFile file = whole(NS + "a 60 HINFO x y\nb 60 TYPE65280 \\# 1 00\n"
                + "@ RRSIG A 13 2 60 20300101000000 20260101000000 1 example.com. AAAA\n");
        assertThat(file.refused()).isEmpty();
        assertThat(file.unsupported())
                .containsExactly(
                        new Remark(2, "is of a type that is not kept here: HINFO"),
                        new Remark(3, "is of a type that is not kept here: TYPE65280"),
                        new Remark(4, "is of a type that is not kept here: RRSIG"));
    }

    @Test
    void readsTheGenericFormOfKnownTypes() {
        assertThat(lines(whole(NS + "a 60 A \\# 4 C0000201\n"))).endsWith("a.example.com 60 A 192.0.2.1");
    }

    private static ZoneFile whole(String file) {
        return ZoneFileReader.read(ZONE, file, true);
    }

    private static List<String> lines(ZoneFile file) {
        assertThat(file.refused()).isEmpty();
        return file.records().stream().map(ZoneFileReaderTest::line).toList();
    }

    private static String line(ResourceRecord record) {
        assertThat(record.type()).isNotEqualTo(RecordType.SOA);
        return record.name() + " " + record.ttl() + " " + record.type() + " " + record.content();
    }
}
