package dev.npanel.dns.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.Dns;
import dev.npanel.dns.record.ResourceRecord;
import dev.npanel.dns.record.StoredRecord;
import dev.npanel.dns.zone.CheckZone;
import dev.npanel.dns.zone.ExportZone;
import dev.npanel.dns.zone.ImportZone;
import dev.npanel.dns.zone.ImportZone.Mode;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.ZoneContent;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.dns.zone.ZoneReport;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Zones as a whole: imported, exported, checked. */
interface ContentTests extends DnsFixture {
    @Tag("D7")
    @Test
    default void anImportReplacesTheZone() {
        DomainName zone = fresh();
        create(zone, record(zone, "old", "A", "192.0.2.1"), record(zone, "www", "A", "192.0.2.2"));
        StoredRecord kept = list(zone).stream()
                .filter(record -> record.content().equals("192.0.2.2"))
                .findAny()
                .orElseThrow();

        ZoneInfo info = imported(
                zone,
                Mode.REPLACE,
                soa(zone).withSerial(77),
                record(zone, "@", "NS", "ns3.example.net."),
                record(zone, "www", "A", "192.0.2.2"),
                record(zone, "www", "A", "192.0.2.3"),
                record(zone, "new", "CNAME", "www." + zone + "."));

        assertThat(info.serial()).isEqualTo(77);
        assertThat(lines(zone))
                .containsExactly(
                        "@ 300 NS ns3.example.net.",
                        "new 300 CNAME www." + zone + ".",
                        "www 300 A 192.0.2.2",
                        "www 300 A 192.0.2.3");
        assertThat(list(zone)).contains(kept);
        assertThat(asking().dig("old." + zone, "A")).isEmpty();
        assertThat(asking().serial(zone.text())).isEqualTo(77);
    }

    @Tag("D7")
    @Test
    default void anImportMergesSets() {
        DomainName zone = fresh();
        create(zone, record(zone, "old", "A", "192.0.2.1"), record(zone, "www", "A", "192.0.2.2"));
        imported(zone, Mode.MERGE, soa(zone).withSerial(0), record(zone, "www", "A", "192.0.2.3"));
        assertThat(lines(zone)).contains("old 300 A 192.0.2.1", "www 300 A 192.0.2.3");
        assertThat(lines(zone)).hasSize(4);
        assertThat(asking().serial(zone.text())).isEqualTo(2);
    }

    @Tag("D7")
    @Test
    default void aBrokenImportChangesNothing() {
        DomainName zone = zone();
        List<String> before = lines(zone);
        Refused.with(
                "dns.cname-and-other",
                () -> imported(
                        zone,
                        Mode.MERGE,
                        null,
                        record(zone, "fine", "A", "192.0.2.1"),
                        record(zone, "www", "CNAME", "host.example.net."),
                        record(zone, "www", "A", "192.0.2.1")));
        Refused.with("dns.no-ns", () -> imported(zone, Mode.REPLACE, null, record(zone, "www", "A", "192.0.2.1")));
        assertThat(lines(zone)).isEqualTo(before);
        assertThat(asking().serial(zone.text())).isEqualTo(1);
    }

    @Test
    default void anImportCanBeUndone() {
        DomainName zone = fresh();
        create(zone, record(zone, "old", "A", "192.0.2.1"), record(zone, "a.b.c", "TXT", "deep"));
        List<StoredRecord> before = list(zone);
        ImportZone request = new ImportZone(
                zone,
                Mode.REPLACE,
                soa(zone).withSerial(500),
                List.of(record(zone, "@", "NS", "ns3.example.net."), record(zone, "b.c", "A", "192.0.2.1")));
        host().change(Dns.ZONE_IMPORT, request).undo();
        assertThat(list(zone)).isEqualTo(before);
        assertThat(asking().serial(zone.text())).isEqualTo(501);
    }

    @Test
    default void thousandsOfRecordsAreOneImport() {
        DomainName zone = zone();
        List<ResourceRecord> records = Stream.concat(
                        Stream.of(record(zone, "@", "NS", "ns1.example.net.")),
                        IntStream.range(0, 5000)
                                .mapToObj(i -> record(zone, "h" + i, "A", "192.0." + i / 250 + "." + i % 250)))
                .toList();
        host().call(Dns.ZONE_IMPORT, new ImportZone(zone, Mode.REPLACE, null, records));
        assertThat(list(zone)).hasSize(5001);
        assertThat(asking().dig("h4999." + zone, "A")).containsExactly("192.0.19.249");
        assertThat(asking().serial(zone.text())).isEqualTo(2);
    }

    @Test
    default void aZoneIsExported() {
        DomainName zone = fresh();
        create(zone, record(zone, "www", "A", "192.0.2.2"), record(zone, "a", "TXT", "x"));
        ZoneContent content = host().call(Dns.ZONE_EXPORT, new ExportZone(zone));
        assertThat(content.records()).isEqualTo(list(zone));
        assertThat(content.soa()).isEqualTo(soa(zone));
        assertThat(content.zone().serial()).isEqualTo(1);
    }

    @Tag("D6")
    @Test
    default void aCheckFindsWhatLooksWrong() {
        DomainName zone = fresh();
        create(
                zone,
                record(zone, "alias", "CNAME", "host.example.net."),
                record(zone, "@", "MX", "10 alias." + zone + "."),
                record(zone, "@", "MX", "20 mail." + zone + "." + zone + "."),
                record(zone, "loose", "CNAME", "nothing." + zone + "."),
                record(zone, "child", "NS", "ns.child." + zone + "."),
                record(zone, "x.child", "TXT", "hidden"),
                record(zone, "*.wild", "A", "192.0.2.1"),
                record(zone, "fine", "CNAME", "any.wild." + zone + "."));
        ZoneReport report = host().call(Dns.ZONE_CHECK, new CheckZone(zone));
        assertThat(report.valid()).isTrue();
        assertThat(report.findings())
                .extracting(finding -> finding.code() + " " + finding.name().replace("." + zone, ""))
                .contains("mx-cname " + zone, "cname-dangling loose", "occluded x.child")
                .doesNotContain("cname-dangling fine");
    }

    private ZoneInfo imported(DomainName zone, Mode mode, @Nullable Soa soa, ResourceRecord... records) {
        return host().call(Dns.ZONE_IMPORT, new ImportZone(zone, mode, soa, List.of(records)));
    }
}
