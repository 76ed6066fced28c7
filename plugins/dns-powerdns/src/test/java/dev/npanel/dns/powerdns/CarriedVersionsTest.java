package dev.npanel.dns.powerdns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.Dns;
import dev.npanel.dns.backend.carry.CarriedSource;
import dev.npanel.dns.backend.carry.ListCarriedAction;
import dev.npanel.dns.carry.CarriedPage;
import dev.npanel.dns.carry.ListCarried;
import dev.npanel.dns.carry.ListCarried.Detail;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.ResourceRecord;
import dev.npanel.dns.tests.Host;
import dev.npanel.dns.tests.MovableClock;
import dev.npanel.dns.zone.CreateZone;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.ZoneType;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The carrier is a plugin of its own, and is not told what the backend makes: it lists that all the same. */
@Tag("C6")
class CarriedVersionsTest {
    private static final int MANY = 60;
    private static final DomainName LAST = new DomainName("z.example");

    private final PdnsServer server = new PdnsServer();
    private final Host backend = new Host(PdnsParts.backend(server, new MovableClock()));
    private final PdnsParts carrier = PdnsParts.over(server);
    private final ListCarriedAction list = new ListCarriedAction(
            carrier.carriage(),
            carrier.names(),
            new CarriedSource(carrier.names(), carrier.keys(), carrier.carriage()));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aZoneThatTheBackendHasJustMadeIsOnAShortPage() {
        IntStream.range(0, MANY).forEach(i -> create(new DomainName("a" + i + ".example")));
        assertThat(zones(null, MANY)).hasSize(MANY);

        create(LAST);

        assertThat(zones(new DomainName("y.example"), MANY)).containsExactly(LAST);
    }

    private List<DomainName> zones(@Nullable DomainName after, int limit) {
        return list
                .plan(new ListCarried(after, limit, Detail.VERSION), backend)
                .answer()
                .apply(backend)
                .items()
                .stream()
                .map(CarriedPage.Item::zone)
                .toList();
    }

    private void create(DomainName zone) {
        ResourceRecord apex = new ResourceRecord(RecordName.apex(zone), RecordType.NS, 300, "ns1.example.net.");
        Soa soa = Soa.of(zone, new RecordName("ns1.example.net"));
        backend.call(Dns.ZONE_CREATE, new CreateZone(zone, ZoneType.NATIVE, soa, List.of(apex)));
    }
}
