package dev.npanel.dns.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.Dns;
import dev.npanel.dns.record.ChangeRecords;
import dev.npanel.dns.record.ChangedRecords;
import dev.npanel.dns.record.CreateRecord;
import dev.npanel.dns.record.DeleteRecord;
import dev.npanel.dns.record.ListRecords;
import dev.npanel.dns.record.ReadRecord;
import dev.npanel.dns.record.RecordChange;
import dev.npanel.dns.record.RecordId;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordPage;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.StoredRecord;
import dev.npanel.dns.record.UpdateRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records: added, changed, taken away, found. */
interface RecordTests extends DnsFixture {
    /** Contents of every type, and some that daemons like to spell in their own way. */
    @Tag("D3")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a|A|192.0.2.1",
                "a|AAAA|2001:db8::1",
                "a|AAAA|2001:0db8:0:0:1:0:0:1",
                "a|AAAA|::ffff:192.0.2.1",
                "@|CAA|128 issue \"letsencrypt.org; validationmethods=dns-01\"",
                "a|CNAME|Target.Example.NET.",
                "a|LOC|52 22 23.000 N 4 53 32.000 E -2.00m 1.00m 10000.00m 10.00m",
                "a|LOC|0 0 0.001 S 0 0 0.999 W 100000.00m 20m 2m 2m",
                "@|MX|10 mail.example.net.",
                "@|MX|0 .",
                "a|NAPTR|100 50 \"u\" \"E2U+sip\" \"!^(\\\\d+)$!sip:\\\\1@example.com!\" .",
                "a|PTR|host.example.net.",
                "_sip._tcp|SRV|0 5 5060 sip.example.net.",
                "a|SSHFP|4 2 D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A",
                "_443._tcp.a|TLSA|3 1 1 D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A",
                "@|TXT|v=spf1 -all",
                "a|TXT|a;b \"q\" \\ back ü€",
                "a|TXT|\"\"",
                "a|SVCB|0 svc.example.net.",
                "a|HTTPS|1 . alpn=h2,h3 port=8443 ipv4hint=192.0.2.1,192.0.2.2 ipv6hint=2001:db8::1,2001:db8:1::",
                "*|A|192.0.2.9",
                "*.deep.er|A|192.0.2.9",
                "0/25|PTR|host.example.net.",
                "bücher|A|192.0.2.3",
                "_dmarc|TXT|v=DMARC1; p=none"
            })
    default void aRecordIsServedAsItIsListed(String name, String type, String content) {
        DomainName zone = zone();
        StoredRecord record = host().call(Dns.RECORD_CREATE, new CreateRecord(zone, record(zone, name, type, content)));

        assertThat(record.ttl()).isEqualTo(300);
        assertThat(list(zone)).contains(record);
        assertThat(host().call(Dns.RECORD_READ, new ReadRecord(zone, record.id())))
                .isEqualTo(record);
        assertThat(asking().dig(record.name().text().replace("*", "x"), type)).isNotEmpty();
        assertThat(asking().serial(zone.text())).isEqualTo(2);
        host().call(Dns.RECORD_DELETE, new DeleteRecord(zone, record.id()));
        assertThat(list(zone)).hasSize(2);
    }

    @Test
    default void aLongTextIsSplit() {
        DomainName zone = zone();
        host().call(Dns.RECORD_CREATE, new CreateRecord(zone, record(zone, "@", "TXT", "k".repeat(700))));
        assertThat(asking().dig(zone.text(), "TXT"))
                .containsExactly("\"" + "k".repeat(255) + "\" \"" + "k".repeat(255) + "\" \"" + "k".repeat(190) + "\"");
    }

    @Tag("D4")
    @Tag("D5")
    @Test
    default void anIdStaysWhileTheRecordExists() {
        DomainName zone = zone();
        StoredRecord one = add(zone, "www", "A", "192.0.2.1");
        StoredRecord other = add(zone, "www", "A", "192.0.2.2");

        StoredRecord changed = update(zone, one.id(), 60, "192.0.2.3");
        StoredRecord again = add(zone, "www", "A", "192.0.2.1");
        StoredRecord back = update(zone, one.id(), 60, "192.0.2.4");

        assertThat(changed.id()).isEqualTo(one.id()).isEqualTo(back.id());
        assertThat(again.id()).isNotEqualTo(one.id()).isNotEqualTo(other.id());
        assertThat(asking().dig("www." + zone, "A")).containsExactly("192.0.2.1", "192.0.2.2", "192.0.2.4");
        assertThat(read(zone, other.id()).ttl()).isEqualTo(60);
        assertThat(read(zone, one.id()).content()).isEqualTo("192.0.2.4");
        assertThat(read(zone, again.id()).content()).isEqualTo("192.0.2.1");

        host().call(Dns.RECORD_DELETE, new DeleteRecord(zone, one.id()));
        Refused.with("dns.record.unknown", () -> read(zone, one.id()));
        Refused.with("dns.record.unknown", () -> update(zone, one.id(), 60, "192.0.2.5"));
        assertThat(asking().dig("www." + zone, "A")).containsExactly("192.0.2.1", "192.0.2.2");
    }

    @Test
    default void theSameRecordIsThereOnce() {
        DomainName zone = zone();
        add(zone, "www", "A", "192.0.2.1");
        Refused.with("dns.record.exists", () -> add(zone, "www", "A", "192.0.2.1"));
    }

    @Test
    default void anAliasStandsAlone() {
        DomainName zone = zone();
        add(zone, "www", "A", "192.0.2.1");
        long serial = asking().serial(zone.text());
        Refused.with("dns.cname-and-other", () -> add(zone, "www", "CNAME", "host.example.net."));
        Refused.with("dns.cname-at-apex", () -> add(zone, "@", "CNAME", "host.example.net."));
        assertThat(asking().serial(zone.text())).isEqualTo(serial);
    }

    @Tag("D3")
    @Test
    default void severalChangesAreOne() {
        DomainName zone = zone();
        StoredRecord address = add(zone, "www", "A", "192.0.2.1");
        long serial = asking().serial(zone.text());

        ChangedRecords changed = change(
                zone,
                new RecordChange.Delete(address.id()),
                new RecordChange.Add(record(zone, "www", "CNAME", "host.example.net.")),
                new RecordChange.Add(record(zone, "mail", "A", "192.0.2.2")));

        assertThat(changed.records()).hasSize(3);
        assertThat(asking().dig("www." + zone, "CNAME")).containsExactly("host.example.net.");
        assertThat(asking().dig("mail." + zone, "A")).containsExactly("192.0.2.2");
        assertThat(asking().serial(zone.text())).isEqualTo(serial + 1);
    }

    @Test
    default void ofSeveralChangesNoneIsMadeWhenOneIsRefused() {
        DomainName zone = zone();
        List<String> before = lines(zone);
        long serial = asking().serial(zone.text());
        Refused.with(
                "dns.cname-at-apex",
                () -> change(
                        zone,
                        new RecordChange.Add(record(zone, "mail", "A", "192.0.2.2")),
                        new RecordChange.Add(record(zone, "@", "CNAME", "host.example.net."))));
        assertThat(lines(zone)).isEqualTo(before);
        assertThat(asking().serial(zone.text())).isEqualTo(serial);
    }

    @Test
    default void aChangeCanBeUndone() {
        DomainName zone = zone();
        StoredRecord one = add(zone, "www", "A", "192.0.2.1");
        StoredRecord kept = update(zone, one.id(), 60, "192.0.2.7");
        List<StoredRecord> before = list(zone);
        long serial = asking().serial(zone.text());

        host().change(
                        Dns.RECORD_CHANGE,
                        new ChangeRecords(
                                zone,
                                List.of(
                                        new RecordChange.Delete(kept.id()),
                                        new RecordChange.Add(record(zone, "www", "TXT", "x")),
                                        new RecordChange.Add(record(zone, "a.b", "TXT", "y")))))
                .undo();

        assertThat(list(zone)).isEqualTo(before);
        assertThat(asking().serial(zone.text())).isEqualTo(serial + 2);
        assertThat(asking().dig("a.b." + zone, "TXT")).isEmpty();
    }

    @Tag("D2")
    @Test
    default void recordsAreListedInPages() {
        DomainName zone = zone();
        change(
                zone,
                IntStream.range(0, 25)
                        .mapToObj(i -> new RecordChange.Add(record(zone, "h" + i, "A", "192.0.2." + i)))
                        .toArray(RecordChange[]::new));
        List<StoredRecord> all = list(zone);
        List<StoredRecord> paged = new ArrayList<>();
        @Nullable RecordId after = null;
        do {
            RecordPage page = host().call(Dns.RECORD_LIST, new ListRecords(zone, null, null, null, after, 10));
            assertThat(page.total()).isEqualTo(27);
            paged.addAll(page.items());
            after = page.next();
        } while (after != null);

        assertThat(paged).isEqualTo(all);
        assertThat(all.get(0).name().text()).isEqualTo(zone.text());
        assertThat(all.subList(2, 27))
                .extracting(record -> record.name().text())
                .isSorted();
    }

    @Tag("D2")
    @Test
    default void recordsAreFound() {
        DomainName zone = zone();
        add(zone, "www", "A", "192.0.2.1");
        add(zone, "www", "TXT", "Needle (.*) here");
        add(zone, "ftp", "A", "192.0.2.2");

        assertThat(find(zone, "www", null, null)).hasSize(2);
        assertThat(find(zone, "www", RecordType.A, null)).hasSize(1);
        assertThat(find(zone, null, RecordType.A, null)).hasSize(2);
        assertThat(find(zone, null, null, "NEEDLE (.*)")).hasSize(1);
        assertThat(find(zone, null, null, ".*")).hasSize(1);
        assertThat(find(zone, null, null, "ftp.")).hasSize(1);
        assertThat(find(zone, null, null, "' OR 1=1 --")).isEmpty();
        assertThat(find(zone, "nowhere", null, null)).isEmpty();
    }

    private StoredRecord add(DomainName zone, String name, String type, String content) {
        return host().call(Dns.RECORD_CREATE, new CreateRecord(zone, record(zone, name, type, content)));
    }

    private StoredRecord update(DomainName zone, RecordId id, int ttl, String content) {
        return host().call(Dns.RECORD_UPDATE, new UpdateRecord(zone, new RecordChange.Update(id, ttl, content)));
    }

    private StoredRecord read(DomainName zone, RecordId id) {
        return host().call(Dns.RECORD_READ, new ReadRecord(zone, id));
    }

    private ChangedRecords change(DomainName zone, RecordChange... changes) {
        return host().call(Dns.RECORD_CHANGE, new ChangeRecords(zone, List.of(changes)));
    }

    private List<StoredRecord> find(
            DomainName zone, @Nullable String name, @Nullable RecordType type, @Nullable String search) {
        return host().call(
                        Dns.RECORD_LIST,
                        new ListRecords(zone, name == null ? null : RecordName.in(zone, name), type, search, null, 100))
                .items();
    }
}
