package dev.npanel.dns.powerdns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.Dns;
import dev.npanel.dns.powerdns.api.PdnsApi;
import dev.npanel.dns.powerdns.change.RrsetsHandler;
import dev.npanel.dns.powerdns.change.RrsetsKey;
import dev.npanel.dns.powerdns.change.RrsetsState;
import dev.npanel.dns.powerdns.rrset.Item;
import dev.npanel.dns.powerdns.rrset.Place;
import dev.npanel.dns.powerdns.rrset.Rrset;
import dev.npanel.dns.powerdns.zone.Zones;
import dev.npanel.dns.record.CreateRecord;
import dev.npanel.dns.record.ListRecords;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.ResourceRecord;
import dev.npanel.dns.tests.Asking;
import dev.npanel.dns.tests.Host;
import dev.npanel.dns.tests.Refused;
import dev.npanel.dns.zone.CreateZone;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.ZoneType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A PowerDNS that is frozen, killed, or pressed by many at once: typed answers in time, nothing lost, nothing doubled. */
class FaultTest {
    private static final DomainName ZONE = new DomainName("fault.example");

    private final PdnsServer server = new PdnsServer();
    private final Host host = new Host(PdnsParts.backend(server, Clock.systemUTC()));
    private final Asking asking = new Asking(server.port());

    @BeforeEach
    void zone() {
        host.call(
                Dns.ZONE_CREATE,
                new CreateZone(
                        ZONE,
                        ZoneType.NATIVE,
                        Soa.of(ZONE, new RecordName("ns1.example.net")),
                        List.of(new ResourceRecord(RecordName.apex(ZONE), RecordType.NS, 300, "ns1.example.net."))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aFrozenServerIsAwayInTime() {
        server.freeze();
        assertAway(() -> add("www"));
        server.thaw();
        recovers();
        assertThat(asking.dig("www." + ZONE, "A")).isEmpty();
    }

    @Test
    void aKilledServerIsAwayInTime() {
        server.kill();
        assertAway(() -> add("www"));
        for (int call = 0; call < 10; call++) {
            assertAway(() -> add("www"));
        }
        server.start();
        recovers();
    }

    @Test
    void aRestartIsNotNoticed() {
        server.kill();
        CompletableFuture<Void> start = CompletableFuture.runAsync(server::start);
        recovers();
        start.join();
    }

    /** The undo of a change whose answer was lost must come after the change itself, whenever PowerDNS thaws. */
    @Test
    void nothingOvertakesAChangeInDoubt() {
        RrsetsHandler handler = new RrsetsHandler(new Zones(new PdnsApi(server.environment())));
        Place place = new Place("www." + ZONE + ".", "A");
        RrsetsKey key = new RrsetsKey(ZONE, List.of(place), null, false);
        Rrset set = new Rrset(place, 300, List.of(new Item("192.0.2.1", false, false)), List.of());
        for (int round = 0; round < 3; round++) {
            server.freeze();
            assertAway(() -> handler.write(key, new RrsetsState(List.of(set))));
            assertAway(() -> handler.write(key, null));
            server.thaw();
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                handler.write(key, null);
                assertThat(handler.read(key).orElseThrow().sets()).allMatch(Rrset::isEmpty);
            });
            assertThat(asking.dig("www." + ZONE, "A")).isEmpty();
        }
    }

    @Test
    void aHundredAtOnceAreAllDone() {
        List<CompletableFuture<Void>> all = IntStream.range(0, 100)
                .mapToObj(i -> CompletableFuture.runAsync(() -> add("h" + i), task -> new Thread(task).start()))
                .toList();
        all.forEach(CompletableFuture::join);
        assertThat(host.call(Dns.RECORD_LIST, new ListRecords(ZONE, null, null, null, null, 1000))
                        .items())
                .hasSize(101);
    }

    private void add(String name) {
        ResourceRecord record = new ResourceRecord(RecordName.in(ZONE, name), RecordType.A, 300, "192.0.2.1");
        host.call(Dns.RECORD_CREATE, new CreateRecord(ZONE, record));
    }

    private void recovers() {
        await().atMost(Duration.ofSeconds(10))
                .ignoreExceptionsMatching(failure -> failure instanceof ProblemException away
                        && away.problem().kind() == ProblemKind.UNAVAILABLE)
                .until(() -> {
                    add("after");
                    return true;
                });
        assertThat(asking.dig("after." + ZONE, "A")).containsExactly("192.0.2.1");
    }

    private static void assertAway(Runnable call) {
        long start = System.nanoTime();
        Problem problem = Refused.with("dns.backend.away", call::run);
        assertThat(problem.kind()).isEqualTo(ProblemKind.UNAVAILABLE);
        assertThat(problem.retryAfter()).isNotNull();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    }
}
