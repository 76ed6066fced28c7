package dev.npanel.dns.powerdns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.Dns;
import dev.npanel.dns.record.CreateRecord;
import dev.npanel.dns.record.ListRecords;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordPage;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.ResourceRecord;
import dev.npanel.dns.record.StoredRecord;
import dev.npanel.dns.tests.Host;
import dev.npanel.dns.tests.MovableClock;
import dev.npanel.dns.tests.Refused;
import dev.npanel.dns.zone.CreateZone;
import dev.npanel.dns.zone.DeleteZone;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.ZoneType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is remembered of a large zone is never taken for what is there now. */
class ListingTest {
    private static final DomainName ZONE = new DomainName("large.example");

    private final PdnsServer server = new PdnsServer();
    private final MovableClock clock = new MovableClock();
    private final Host host = new Host(PdnsParts.backend(server, clock));

    @BeforeEach
    void zone() {
        List<ResourceRecord> records = new ArrayList<>();
        records.add(new ResourceRecord(RecordName.apex(ZONE), RecordType.NS, 300, "ns1.example.net."));
        IntStream.range(0, 200).forEach(i -> records.add(address("h" + i)));
        Soa soa = Soa.of(ZONE, new RecordName("ns1.example.net"));
        host.call(Dns.ZONE_CREATE, new CreateZone(ZONE, ZoneType.NATIVE, soa, records));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aChangeIsSeenAtOnce() {
        assertThat(page().total()).isEqualTo(201);
        for (int i = 0; i < 3; i++) {
            StoredRecord added = host.call(Dns.RECORD_CREATE, new CreateRecord(ZONE, address("n" + i)));
            assertThat(page().total()).isEqualTo(202 + i);
            assertThat(page().items()).contains(added);
        }
        host.call(Dns.ZONE_DELETE, new DeleteZone(ZONE));
        Refused.with("dns.zone.unknown", this::page);
    }

    @Test
    void aChangeWithoutASerialIsSeenWhenPowerDnsServesIt() {
        assertThat(page().total()).isEqualTo(201);
        server.sql("INSERT INTO records(domain_id,name,type,content,ttl,prio,disabled,auth)"
                + " SELECT id,'sql.large.example','A','192.0.2.66',300,0,0,1 FROM domains");
        clock.pass(Duration.ofSeconds(20));
        assertThat(page().total()).isEqualTo(202);
    }

    private RecordPage page() {
        return host.call(Dns.RECORD_LIST, new ListRecords(ZONE, null, null, null, null, 1000));
    }

    private static ResourceRecord address(String name) {
        return new ResourceRecord(RecordName.in(ZONE, name), RecordType.A, 300, "192.0.2.1");
    }
}
