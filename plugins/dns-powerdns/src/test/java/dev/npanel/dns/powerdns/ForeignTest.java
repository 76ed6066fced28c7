package dev.npanel.dns.powerdns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.Dns;
import dev.npanel.dns.record.CreateRecord;
import dev.npanel.dns.record.DeleteRecord;
import dev.npanel.dns.record.ListRecords;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.ResourceRecord;
import dev.npanel.dns.record.StoredRecord;
import dev.npanel.dns.tests.Asking;
import dev.npanel.dns.tests.Host;
import dev.npanel.dns.tests.Refused;
import dev.npanel.dns.zone.CheckZone;
import dev.npanel.dns.zone.ImportZone;
import dev.npanel.dns.zone.ListZones;
import dev.npanel.dns.zone.ReadZone;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Zones that others have made with PowerDNS's own tools, with things in them that the contract does not know. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignTest {
    private static final DomainName ZONE = new DomainName("foreign.example");

    private final PdnsServer server = new PdnsServer();
    private final Host host = new Host(PdnsParts.backend(server, Clock.systemUTC()));
    private final Asking asking = new Asking(server.port());

    @BeforeAll
    void make() {
        server.util("create-zone", ZONE.text(), "ns1.example.net");
        server.util("add-record", ZONE.text(), "@", "SPF", "\"v=spf1 -all\"");
        server.util("add-record", ZONE.text(), "www", "A", "192.0.2.1");
        server.util("add-record", ZONE.text(), "with\\032space", "A", "192.0.2.2");
        server.sql("UPDATE records SET content='ns1.example.net john\\.doe.example.net 7 10800 3600 604800 3600'"
                + " WHERE type='SOA'");
        server.sql("INSERT INTO records(domain_id,name,type,content,ttl,prio,disabled,auth)"
                + " SELECT id,'www.foreign.example','A','192.0.2.66',300,0,1,1 FROM domains");
        server.util("create-secondary-zone", "copied.example", "192.0.2.53");
        server.util("create-zone", "single", "ns1.example.net");
        // It learns of zones that it did not make itself only every five minutes.
        server.kill();
        server.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void onlyWhatTheContractKnowsIsListed() {
        assertThat(list()).extracting(StoredRecord::content).containsExactly("ns1.example.net.", "192.0.2.1");
        assertThat(host.call(Dns.ZONE_LIST, new ListZones(null, null, 10)).items())
                .hasSize(1);
        assertThat(host.call(Dns.ZONE_CHECK, new CheckZone(ZONE)).findings())
                .extracting(finding -> finding.code() + " " + finding.name())
                .contains("not-shown foreign.example", "not-shown www.foreign.example");
    }

    @Test
    void theRestIsKeptAndTheSerialRises() {
        long serial = asking.serial(ZONE.text());
        ResourceRecord record = new ResourceRecord(RecordName.in(ZONE, "www"), RecordType.A, 300, "192.0.2.9");
        assertThat(host.plan(Dns.RECORD_CREATE, new CreateRecord(ZONE, record)).exclusive())
                .as("the first change of such a zone is about all of it")
                .isTrue();
        StoredRecord added = host.call(Dns.RECORD_CREATE, new CreateRecord(ZONE, record));
        assertThat(host.plan(Dns.RECORD_DELETE, new DeleteRecord(ZONE, added.id()))
                        .exclusive())
                .isFalse();
        assertThat(asking.serial(ZONE.text())).isEqualTo(serial + 1);
        host.call(
                Dns.ZONE_IMPORT,
                new ImportZone(
                        ZONE,
                        ImportZone.Mode.MERGE,
                        null,
                        List.of(new ResourceRecord(RecordName.in(ZONE, "new"), RecordType.A, 300, "192.0.2.9"))));
        host.call(Dns.RECORD_DELETE, new DeleteRecord(ZONE, added.id()));
        assertThat(asking.serial(ZONE.text())).isEqualTo(serial + 3);
        assertThat(asking.dig(ZONE.text(), "SPF")).containsExactly("\"v=spf1 -all\"");
        assertThat(asking.dig("with\\032space." + ZONE, "A")).containsExactly("192.0.2.2");
        assertThat(asking.dig("www." + ZONE, "A")).containsExactly("192.0.2.1");
        assertThat(asking.dig(ZONE.text(), "SOA").get(0)).contains("john\\.doe");
    }

    @Test
    void aCopiedZoneIsNotChanged() {
        DomainName copied = new DomainName("copied.example");
        ResourceRecord record = new ResourceRecord(RecordName.in(copied, "www"), RecordType.A, 300, "192.0.2.9");
        Refused.with("dns.zone.secondary", () -> host.call(Dns.RECORD_CREATE, new CreateRecord(copied, record)));
        assertThat(host.call(Dns.ZONE_READ, new ReadZone(copied)).signed()).isFalse();
    }

    private List<StoredRecord> list() {
        return host.call(Dns.RECORD_LIST, new ListRecords(ZONE, null, null, null, null, 100)).items().stream()
                .filter(record -> !record.name().text().startsWith("new."))
                .toList();
    }
}
