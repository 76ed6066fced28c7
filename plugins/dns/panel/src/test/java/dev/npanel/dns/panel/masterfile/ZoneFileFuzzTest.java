package dev.npanel.dns.panel.masterfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.edit.RecordSets;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.ResourceRecord;
import dev.npanel.dns.zone.Contact;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.ZoneContent;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.dns.zone.ZoneType;
import dev.npanel.testkit.hostile.HostileStrings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is what is read, and whatever is read, reading it ends. */
@Tag("D7")
class ZoneFileFuzzTest {
    private static final DomainName ZONE = new DomainName("example.com");
    private static final int ROUNDS = 3_000;
    private static final String PIECES = "\"\"\\\\;;(()) \t\n\n\r@.*$0123456789abcTXT\u00fc\u0000\u202e";

    @Test
    void everyTypeComesBackFromAFile() {
        List<ResourceRecord> records = new ArrayList<>(List.of(
                record("@", RecordType.NS, "ns1.example.net."),
                record("@", RecordType.CAA, "0 issue \"ca.example; x=1\"")));
        for (RecordType type : RecordType.values()) {
            if (type != RecordType.SOA && type != RecordType.DS) {
                String example = type.example().replace("(64 hexadecimal digits)", "ab".repeat(32));
                records.add(record("t-" + type.name(), type, example));
            }
        }
        HostileStrings.all()
                .filter(text -> text.chars().allMatch(c -> c >= ' '))
                .limit(80)
                .forEach(text -> {
                    String quoted = "\""
                            + text.substring(0, Math.min(2_000, text.length()))
                                    .replace("\\", "\\\\")
                                    .replace("\"", "\\\"")
                            + "\"";
                    try {
                        records.add(record("hostile" + records.size(), RecordType.TXT, quoted));
                    } catch (ProblemException invisible) {
                        assertThat(invisible.problem().violations()).hasSize(1);
                    }
                });
        assertThat(records).hasSizeGreaterThan(60);
        comesBack(records);
    }

    @Test
    void mutatedFilesNeverDoHarm() {
        String sound = ZoneFileWriter.write(content(List.of(
                        record("@", RecordType.NS, "ns1.example.net."),
                        record("www", RecordType.A, "192.0.2.1"),
                        record("txt", RecordType.TXT, "\"a;b\" \"c\\\"d\\\\\""),
                        record("svc", RecordType.HTTPS, "1 . alpn=h2"))))
                + "$GENERATE 1-5 host${0,3,d} A 192.0.2.$\n";
        Random random = new Random(5);
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder mutated = new StringBuilder(sound);
            for (int change = random.nextInt(1, 6); change > 0; change--) {
                int at = random.nextInt(mutated.length());
                char piece = PIECES.charAt(random.nextInt(PIECES.length()));
                switch (random.nextInt(3)) {
                    case 0 -> mutated.setCharAt(at, piece);
                    case 1 -> mutated.insert(at, piece);
                    default -> mutated.delete(at, Math.min(mutated.length() - 1, at + random.nextInt(9)));
                }
            }
            ZoneFile file = ZoneFileReader.read(ZONE, mutated.toString(), true);
            assertThat(file.refused()).allMatch(remark -> remark.reason().matches("[\\x20-\\x7e]+"));
            if (file.refused().isEmpty()) {
                comesBack(file.records());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.npanel.testkit.hostile.HostileStrings#all")
    void hostileTextIsReadToItsEnd(String hostile) {
        for (String file :
                List.of(hostile, hostile + " 60 A 192.0.2.1", "a 60 TXT " + hostile, "a 60 TXT \"" + hostile + "\"")) {
            assertThat(ZoneFileReader.read(ZONE, file, true)).isNotNull();
        }
    }

    @Test
    void largeFilesAreReadInTime() {
        String large = IntStream.range(0, 20_000)
                .mapToObj(n -> "h" + n + " 60 A 192.0." + n / 256 % 256 + "." + n % 256 + "\n")
                .collect(Collectors.joining("", "@ 60 NS ns1.example.net.\n", ""));
        ZoneFile file = Assertions.assertTimeout(Duration.ofSeconds(60), () -> ZoneFileReader.read(ZONE, large, true));
        assertThat(file.refused()).isEmpty();
        assertThat(file.records()).hasSize(20_001);
        String nested = "(".repeat(300_000) + "\"".repeat(300_000) + "\\".repeat(300_000);
        Assertions.assertTimeout(Duration.ofSeconds(60), () -> ZoneFileReader.read(ZONE, nested, true));
        String bad = "x\n".repeat(2_000_000);
        assertThat(ZoneFileReader.read(ZONE, bad, true).refused()).hasSizeLessThan(1_100);
    }

    private static void comesBack(List<ResourceRecord> records) {
        ZoneContent content = content(records);
        ZoneFile file = ZoneFileReader.read(ZONE, ZoneFileWriter.write(content), false);
        assertThat(file.refused()).isEmpty();
        assertThat(file.unsupported()).isEmpty();
        assertThat(file.notes()).isEmpty();
        assertThat(file.soa()).isEqualTo(content.soa());
        assertThat(RecordSets.of(file.records())).isEqualTo(RecordSets.of(records));
    }

    private static ZoneContent content(List<ResourceRecord> records) {
        Soa soa = new Soa(
                new RecordName("ns1.example.net"), new Contact("me." + ZONE), 7, 10_800, 900, 604_800, 300, 120);
        ZoneInfo info = new ZoneInfo(ZONE, ZONE.unicode(), ZoneType.NATIVE, soa.serial(), false);
        return new ZoneContent(
                info,
                soa,
                RecordSets.of(records).stream()
                        .map(RecordSet::records)
                        .flatMap(List::stream)
                        .toList());
    }

    private static ResourceRecord record(String name, RecordType type, String content) {
        return new ResourceRecord(RecordName.in(ZONE, name), type, 300, content);
    }
}
