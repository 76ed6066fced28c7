package dev.npanel.dns.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.Dns;
import dev.npanel.dns.dnssec.DnssecInfo;
import dev.npanel.dns.dnssec.EnableDnssec;
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
import dev.npanel.dns.zone.CreateZone;
import dev.npanel.dns.zone.ImportZone;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.ZoneType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A named that is frozen, killed, or pressed by many at once: typed answers in time, nothing lost, nothing doubled. */
class FaultTest {
    private static final DomainName ZONE = new DomainName("fault.example");

    private final NamedServer server =
            new NamedServer("zone \"other.example\" { type secondary; primaries { 127.0.0.1 port 9; }; };\n");
    private final Host host = new Host(BindParts.backend(server, Clock.systemUTC()));
    private final Asking asking = new Asking(server.port());

    @BeforeEach
    void zone() {
        host.call(
                Dns.ZONE_CREATE,
                new CreateZone(
                        ZONE,
                        ZoneType.NATIVE,
                        Soa.of(ZONE, new RecordName("ns1.example.net")),
                        List.of(record("@", "NS", "ns1.example.net."))));
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

    @Test
    void whatWasAnsweredSurvivesAKill() {
        add("www");
        DnssecInfo signed = host.call(Dns.DNSSEC_ENABLE, new EnableDnssec(ZONE, true));
        add("late");
        server.kill();
        server.start();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> asking.dig("late." + ZONE, "A").size() == 1);
        assertThat(asking.delv(ZONE.text(), signed.ds(), "www." + ZONE, "A")).contains("; fully validated");
        recovers();
    }

    /** The undo of a change whose answer was lost must come after the change itself, whenever named thaws. */
    @Test
    void nothingOvertakesAChangeInDoubt() {
        StoredRecord record = add("www");
        Host.Done<StoredRecord> gone = host.change(Dns.RECORD_DELETE, new DeleteRecord(ZONE, record.id()));
        server.freeze();
        assertAway(gone::undo);
        assertAway(() -> add("other"));
        server.thaw();
        recovers();
        assertThat(asking.dig("www." + ZONE, "A")).isEmpty();
    }

    @Test
    void aZoneThatSomebodyHasFrozenThaws() {
        server.rndc("freeze", ZONE.text());
        add("www");
        assertThat(asking.dig("www." + ZONE, "A")).containsExactly("192.0.2.1");
    }

    @Test
    void othersChangeTheZoneToo() {
        add("www");
        server.update(ZONE.text(), "update add by-hand." + ZONE + " 60 A 192.0.2.7");
        add("www2");
        assertThat(names()).contains("by-hand." + ZONE, "www." + ZONE, "www2." + ZONE);
    }

    @Test
    void aBigChangeOfASignedZoneIsMadeInParts() {
        DnssecInfo signed = host.call(Dns.DNSSEC_ENABLE, new EnableDnssec(ZONE, false));
        List<ResourceRecord> records = Stream.concat(
                        Stream.of(record("@", "NS", "ns1.example.net.")),
                        IntStream.range(0, 3000)
                                .mapToObj(i -> record("h" + i, "A", "192.0." + i / 250 + "." + i % 250)))
                .toList();
        host.call(Dns.ZONE_IMPORT, new ImportZone(ZONE, ImportZone.Mode.REPLACE, null, records));
        assertThat(names()).hasSize(3001);
        assertThat(asking.delv(ZONE.text(), signed.ds(), "h2999." + ZONE, "A")).contains("; fully validated");
    }

    @Test
    void zonesOfOthersAreLeftAlone() {
        DomainName other = new DomainName("other.example");
        Refused.with(
                "dns.zone.exists",
                () -> host.call(
                        Dns.ZONE_CREATE,
                        new CreateZone(
                                other,
                                ZoneType.NATIVE,
                                Soa.of(other, new RecordName("ns1.example.net")),
                                List.of(new ResourceRecord(
                                        RecordName.apex(other), RecordType.NS, 300, "ns1.example.net.")))));
    }

    @Test
    void aHundredAtOnceAreAllDone() {
        List<CompletableFuture<Void>> all = IntStream.range(0, 100)
                .mapToObj(i -> CompletableFuture.runAsync(() -> add("h" + i), task -> new Thread(task).start()))
                .toList();
        all.forEach(CompletableFuture::join);
        assertThat(names()).hasSize(101);
    }

    private List<String> names() {
        return host.call(Dns.RECORD_LIST, new ListRecords(ZONE, null, null, null, null, 10_000)).items().stream()
                .map(record -> record.name().text())
                .toList();
    }

    private StoredRecord add(String name) {
        return host.call(Dns.RECORD_CREATE, new CreateRecord(ZONE, record(name, "A", "192.0.2.1")));
    }

    private static ResourceRecord record(String name, String type, String content) {
        return new ResourceRecord(RecordName.in(ZONE, name), RecordType.valueOf(type), 300, content);
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
        Problem problem = Refused.with("dns.backend.away", call::run);
        assertThat(problem.kind()).isEqualTo(ProblemKind.UNAVAILABLE);
        assertThat(problem.retryAfter()).isNotNull();
    }
}
