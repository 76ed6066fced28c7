package dev.npanel.dns.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.DomainName;
import dev.npanel.testkit.hostile.HostileStrings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.TXTRecord;

class RecordContentTest {
    private static final DomainName ZONE = new DomainName("example.com");
    private static final RecordName NAME = new RecordName("www.example.com");
    private static final String HEX64 = "0123456789abcdef".repeat(4);
    private static final int ROUNDS = 2_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "A | 192.0.2.1 | 192.0.2.1",
                "AAAA | 2001:DB8:0:0:0:0:0:1 | 2001:db8::1",
                "AAAA | :: | ::",
                "AAAA | fe80:0:0:1:: | fe80:0:0:1::",
                "AAAA | 2001:db8:0:1:1:1:1:1 | 2001:db8:0:1:1:1:1:1",
                "AAAA | ::ffff:192.0.2.1 | ::ffff:192.0.2.1",
                "CAA | 0 ISSUE letsencrypt.org | 0 ISSUE \"letsencrypt.org\"",
                "CNAME | WWW.Example.NET. | www.example.net.",
                "CNAME | bücher.example. | xn--bcher-kva.example.",
                "LOC | 52 22 23.000 N 4 53 32.000 E -2.00m 1.00m 10000m 10m "
                        + "| 52 22 23 N 4 53 32 E -2m 1m 10000m 10m",
                "MX | 10   Mail.Example.com. | 10 mail.example.com.",
                "MX | 10 bücher.example. | 10 xn--bcher-kva.example.",
                "MX | 0 . | 0 .",
                "NAPTR | 100 50 s SIP+D2U \"\" _sip._udp.example.com. | 100 50 \"s\" \"SIP+D2U\" \"\" _sip._udp.example.com.",
                "NS | ns1.example.com. | ns1.example.com.",
                "PTR | host.example.com. | host.example.com.",
                "SRV | 0 5 5060 SIP.example.com. | 0 5 5060 sip.example.com.",
                "SVCB | 1 svc.example.net. alpn=h2,h3 port=8443 ipv4hint=192.0.2.1 "
                        + "| 1 svc.example.net. alpn=h2,h3 port=8443 ipv4hint=192.0.2.1",
                "HTTPS | 0 svc.example.net. | 0 svc.example.net.",
                "TXT | v=spf1 -all | \"v=spf1 -all\"",
                "TXT | \"one\"   \"two\" word | \"one\" \"two\" \"word\"",
                "TXT | a;b\"c\\d | \"a;b\\\"c\\\\d\"",
                "TXT | \"a\\;b \\065\\009\" | \"a;b A\\009\"",
                "TXT | grün | \"gr\\195\\188n\"",
                "TXT | \"gr\\ün\" | \"gr\\195\\188n\"",
                "TXT | \"\" | \"\"",
            })
    void hasOneText(RecordType type, String given, String canonical) {
        assertThat(RecordContent.canonical(NAME, type, given)).isEqualTo(canonical);
        assertThat(RecordContent.canonical(NAME, type, canonical)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "DS, 60485 13 2",
        "SSHFP, 4 2",
        "TLSA, 3 1 1",
    })
    void takesDigestsOfTheRightLengthOnly(RecordType type, String front) {
        String canonical = RecordContent.canonical(NAME, type, front + " " + HEX64);
        assertThat(RecordContent.canonical(NAME, type, canonical)).isEqualTo(canonical);
        refused(type, front + " " + HEX64.substring(2));
        refused(type, front);
        refused(type, front + " zz");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "A | 192.0.2.256",
                "A | 192.0.2",
                "A | 2001:db8::1",
                "A | 192.0.2.1 192.0.2.2",
                "A | 0xC0000201",
                "AAAA | 192.0.2.1",
                "AAAA | 2001:db8::1::2",
                "AAAA | fe80::1%eth0",
                "CNAME | 192.0.2.1",
                "CNAME | 192.0.2.1.",
                "CNAME | .",
                "CNAME | a b",
                "CNAME | a..b.",
                "MX | mail.example.com.",
                "MX | -1 mail.example.com.",
                "MX | 65536 mail.example.com.",
                "MX | 10 192.0.2.1",
                "MX | 10 2001:db8::1",
                "MX | 10 ma;il.example.com.",
                "MX | 10 $(id).example.com.",
                "NS | .",
                "SRV | 0 5 70000 sip.example.com.",
                "CAA | 0 \"is sue\" \"x\"",
                "CAA | 256 issue \"x\"",
                "TXT | \"open",
                "TXT | \"a\\",
                "TXT | \"a\\25\"",
                "TXT | \"a\\256\"",
                "TXT | \"a\" b\"c\"",
                "SVCB | 1 . mandatory=alpn",
                "SOA | ns1.example.com.",
                "LOC | 91 N 0 E 0m",
            })
    void refuses(RecordType type, String content) {
        refused(type, content);
    }

    @Test
    void splitsLongTextAtTwoHundredAndFiftyFiveBytes() throws IOException {
        String text = "ü".repeat(200) + "x".repeat(110);
        for (String given : List.of(text, "\"" + text + "\"")) {
            String canonical = RecordContent.canonical(NAME, RecordType.TXT, given);
            TXTRecord parsed = txt(canonical);
            assertThat(parsed.getStringsAsByteArrays())
                    .extracting(piece -> piece.length)
                    .containsExactly(255, 255);
        }
    }

    @Test
    void boundsTextByWhatItsEscapesNeed() {
        refused(RecordType.TXT, "ü".repeat(30_000));
        assertThat(RecordContent.canonical(NAME, RecordType.TXT, "x".repeat(60_000)))
                .hasSizeLessThan(65_535);
    }

    @ParameterizedTest
    @EnumSource(RecordType.class)
    void hostileContentIsRefusedOrKeptAsItIs(RecordType type) {
        HostileStrings.all().forEach(hostile -> {
            for (String content : List.of(hostile, type.example() + hostile, hostile + " " + type.example())) {
                hostile(type, content);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("randomTexts")
    void anyTextComesBackFromTheWire(String text) throws IOException {
        TXTRecord parsed = txt(RecordContent.canonical(NAME, RecordType.TXT, quoted(text)));
        byte[] joined = join(parsed);
        assertThat(new String(joined, StandardCharsets.UTF_8)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "CNAME, www, www.example.com.",
        "CNAME, @, example.com.",
        "CNAME, a.example.net, a.example.net.",
        "CNAME, a.example.net., a.example.net.",
        "MX, 10 mail, 10 mail.example.com.",
        "MX, 0 ., 0 .",
        "MX, 10 bücher, 10 xn--bcher-kva.example.com.",
        "SRV, 0 5 5060 sip, 0 5 5060 sip.example.com.",
        "SVCB, 1 svc alpn=h2, 1 svc.example.com. alpn=h2",
        "HTTPS, 1 . alpn=h2, 1 . alpn=h2",
        "A, 192.0.2.1, 192.0.2.1",
    })
    void namesInContentMayBeRelative(RecordType type, String given, String canonical) {
        assertThat(RecordContent.of(ZONE, NAME, type, given)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "10", "10 "})
    void relativeNamesThatAreNoneAreRefused(String content) {
        assertThatThrownBy(() -> RecordContent.of(ZONE, NAME, RecordType.MX, content))
                .isInstanceOf(ProblemException.class);
    }

    private static void hostile(RecordType type, String content) {
        try {
            String canonical = RecordContent.canonical(NAME, type, content);
            assertThat(canonical).as(content).matches("[\\x20-\\x7e]+");
            assertThat(RecordContent.canonical(NAME, type, canonical)).isEqualTo(canonical);
        } catch (ProblemException refused) {
            assertThat(refused.problem().violations()).singleElement().satisfies(violation -> {
                assertThat(violation.field()).isEqualTo("content");
                assertThat(violation.rule()).matches("[\\x20-\\x7e]+");
            });
        }
    }

    private static void refused(RecordType type, String content) {
        assertThatThrownBy(() -> RecordContent.canonical(NAME, type, content))
                .as(type + " " + content)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().violations())
                                .singleElement()
                                .satisfies(violation ->
                                        assertThat(violation.field()).isEqualTo("content")));
    }

    private static Stream<String> randomTexts() {
        Random random = new Random(7);
        return Stream.generate(() -> random.ints(random.nextInt(1, 400), 1, 0x3000)
                        .filter(point -> point > 0x7f || random.nextBoolean())
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()))
                .limit(ROUNDS / 20);
    }

    /** The text as a character string in which everything but letters is a number. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            quoted.append(Character.isLetter(each) && each > 0 ? "" + (char) each : "\\%03d".formatted(each & 0xff));
        }
        return quoted.append('"').toString();
    }

    private static TXTRecord txt(String content) throws IOException {
        return (TXTRecord) TXTRecord.fromString(
                Name.fromString("www.example.com."), RecordType.TXT.code(), DClass.IN, 0, content, Name.root);
    }

    private static byte[] join(TXTRecord parsed) {
        byte[] joined = new byte[0];
        for (byte[] piece : parsed.getStringsAsByteArrays()) {
            int end = joined.length;
            joined = Arrays.copyOf(joined, end + piece.length);
            System.arraycopy(piece, 0, joined, end, piece.length);
        }
        return joined;
    }
}
