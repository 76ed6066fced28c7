package dev.npanel.dns.powerdns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.DomainSet;
import dev.npanel.dns.Dns;
import dev.npanel.dns.record.CreateRecord;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.ResourceRecord;
import dev.npanel.dns.tests.Host;
import dev.npanel.dns.tests.MovableClock;
import dev.npanel.dns.zone.CreateZone;
import dev.npanel.dns.zone.DeleteZone;
import dev.npanel.dns.zone.ListZones;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.dns.zone.ZonePage;
import dev.npanel.dns.zone.ZoneType;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Few of many zones, of which the names are remembered: what is made, changed and ended is seen all the same. */
class ZoneListTest {
    private static final DomainName OWN = new DomainName("own.example");
    private static final DomainSet OWNS = DomainSet.of(OWN);
    private static final int MANY = 160;

    private final PdnsServer server = new PdnsServer();
    private final MovableClock clock = new MovableClock();
    private final Host host = new Host(PdnsParts.backend(server, clock));

    @BeforeEach
    void zones() {
        IntStream.range(0, MANY).forEach(i -> create("z" + i + ".example"));
        create(OWN.text());
        create("a." + OWN);
        assertThat(names(null, MANY + 10)).hasSize(MANY + 2);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatIsDoneHereIsSeenAtOnce() {
        assertThat(names(OWNS, 10)).containsExactly("a.own.example", "own.example");

        create("b." + OWN);
        assertThat(names(OWNS, 10)).containsExactly("a.own.example", "b.own.example", "own.example");

        host.call(Dns.ZONE_DELETE, new DeleteZone(new DomainName("a." + OWN)));
        assertThat(names(OWNS, 10)).containsExactly("b.own.example", "own.example");

        long serial = page(OWNS, 10).items().get(1).serial();
        host.call(Dns.RECORD_CREATE, new CreateRecord(OWN, record(OWN, "www")));
        assertThat(page(OWNS, 10).items().get(1).serial()).isGreaterThan(serial);
    }

    @Test
    void aZoneThatSomebodyElseEndedHidesNoneAfterIt() {
        server.util("delete-zone", "a." + OWN);

        ZonePage page = page(OWNS, 1);

        assertThat(page.items()).extracting(info -> info.zone().text()).containsExactly("own.example");
        assertThat(page.next()).isNull();
    }

    @Test
    void aZoneThatSomebodyElseMadeIsSeenAfterAMoment() {
        server.util("create-zone", "c." + OWN, "ns1.example.net");
        server.kill(); // PowerDNS itself learns of it after minutes, or when it starts
        server.start();
        clock.pass(Duration.ofSeconds(20));

        assertThat(names(OWNS, 10)).containsExactly("a.own.example", "c.own.example", "own.example");
    }

    @Test
    void nothingIsFoundWhereNothingIs() {
        assertThat(names(DomainSet.of(new DomainName("nobody.example")), 10)).isEmpty();
        assertThat(names(DomainSet.of(), 10)).isEmpty();
    }

    private List<String> names(DomainSet within, int limit) {
        return page(within, limit).items().stream()
                .map(ZoneInfo::zone)
                .map(DomainName::text)
                .toList();
    }

    private ZonePage page(DomainSet within, int limit) {
        return host.call(Dns.ZONE_LIST, new ListZones(within, null, limit));
    }

    private void create(String name) {
        DomainName zone = new DomainName(name);
        host.call(
                Dns.ZONE_CREATE,
                new CreateZone(
                        zone, ZoneType.NATIVE, Soa.of(zone, new RecordName("ns1.example.net")), List.of(apex(zone))));
    }

    private static ResourceRecord apex(DomainName zone) {
        return new ResourceRecord(RecordName.apex(zone), RecordType.NS, 300, "ns1.example.net.");
    }

    private static ResourceRecord record(DomainName zone, String name) {
        return new ResourceRecord(RecordName.in(zone, name), RecordType.A, 300, "192.0.2.1");
    }
}
