package dev.npanel.dns.powerdns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.DomainSet;
import dev.npanel.dns.Dns;
import dev.npanel.dns.record.CreateRecord;
import dev.npanel.dns.record.ListRecords;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.ResourceRecord;
import dev.npanel.dns.tests.Host;
import dev.npanel.dns.zone.CreateZone;
import dev.npanel.dns.zone.DeleteZone;
import dev.npanel.dns.zone.ImportZone;
import dev.npanel.dns.zone.ListZones;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.ZoneType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Zones of 10,000 records and servers of 10,000 zones; with {@code -Dnpanel.scale=true} only. Prints what it measures beside PowerDNS's own part of it; fails at
 * five times the bar only, since the machine may be busy with other things.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(named = "npanel.scale", matches = "true")
class ScaleTest {
    private static final int MANY = 10_000;
    private static final int TRIES = 40;

    private final PdnsServer server = new PdnsServer(2);
    private final Host host = new Host(PdnsParts.backend(server, Clock.systemUTC()));
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    void fill() {
        server.sql("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<" + MANY + ")"
                + " INSERT INTO domains(name,type) SELECT 'z'||i||'.example','NATIVE' FROM n;"
                + " INSERT INTO records(domain_id,name,type,content,ttl,prio,disabled,auth)"
                + " SELECT id,name,'SOA','ns1.example.net hostmaster.example.net 1 10800 3600 604800 3600',3600,0,0,1"
                + " FROM domains;"
                + " INSERT INTO records(domain_id,name,type,content,ttl,prio,disabled,auth)"
                + " SELECT id,name,'NS','ns1.example.net',3600,0,0,1 FROM domains;");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aLargeZoneTakesARecord() {
        DomainName zone = zone("large.test", MANY);
        double direct = median(i -> patch(zone, "d" + i));
        double ours = median(i -> add(zone, "o" + i));
        report("record into a zone of 10,000", ours, direct);
        assertThat(ours).isLessThan(5 * 100);
        double again = median(i -> load(zone, "192.0.2." + (i + 1)), 3);
        report("import of 10,000 records", again, 0);
        report("list all of a zone of 10,000, page of 100", median(i -> list(zone, 100)), median(i -> get(zone)));
    }

    @Test
    void aSmallZoneTakesARecord() {
        DomainName zone = zone("small.test", 10);
        double direct = median(i -> patch(zone, "d" + i));
        double ours = median(i -> add(zone, "o" + i));
        report("record into a zone of 10", ours, direct);
        assertThat(ours).isLessThan(5 * 8);
    }

    @Test
    void aThousandRecordsAreListed() {
        DomainName zone = zone("middle.test", 1000);
        double direct = median(i -> get(zone));
        double ours = median(i -> list(zone, 1000));
        report("list 1,000 records", ours, direct);
        assertThat(ours).isLessThan(5 * 50);
    }

    @Test
    void amongManyZonesOneIsMade() {
        double ours = median(i -> zone("new" + i + ".test", 5));
        report("create a zone among 10,000", ours, Double.NaN);
        assertThat(ours).isLessThan(5 * 50);
        report("list 50 of 10,000 zones", median(i -> host.call(Dns.ZONE_LIST, new ListZones(null, null, 50))), 0);
        DomainSet few = DomainSet.of(new DomainName("new1.test"), new DomainName("new2.test"));
        report("list 2 of 10,000 zones", median(i -> host.call(Dns.ZONE_LIST, new ListZones(few, null, 50))), 0);
        report(
                "delete a zone",
                median(i -> host.call(Dns.ZONE_DELETE, new DeleteZone(new DomainName("new" + i + ".test")))),
                0);
    }

    private DomainName zone(String name, int records) {
        DomainName zone = new DomainName(name);
        List<ResourceRecord> all = new ArrayList<>();
        all.add(new ResourceRecord(RecordName.apex(zone), RecordType.NS, 300, "ns1.example.net."));
        IntStream.range(1, records).forEach(i -> all.add(address(zone, "r" + i)));
        host.call(
                Dns.ZONE_CREATE,
                new CreateZone(zone, ZoneType.NATIVE, Soa.of(zone, new RecordName("ns1.example.net")), all));
        return zone;
    }

    private void load(DomainName zone, String address) {
        List<ResourceRecord> all = new ArrayList<>();
        all.add(new ResourceRecord(RecordName.apex(zone), RecordType.NS, 300, "ns1.example.net."));
        IntStream.range(1, MANY)
                .forEach(i -> all.add(new ResourceRecord(RecordName.in(zone, "r" + i), RecordType.A, 300, address)));
        host.call(Dns.ZONE_IMPORT, new ImportZone(zone, ImportZone.Mode.REPLACE, null, all));
    }

    private void add(DomainName zone, String name) {
        host.call(Dns.RECORD_CREATE, new CreateRecord(zone, address(zone, name)));
    }

    private void list(DomainName zone, int limit) {
        host.call(Dns.RECORD_LIST, new ListRecords(zone, null, null, null, null, limit));
    }

    private static ResourceRecord address(DomainName zone, String name) {
        return new ResourceRecord(RecordName.in(zone, name), RecordType.A, 300, "192.0.2.1");
    }

    private void patch(DomainName zone, String name) {
        String body = "{\"rrsets\":[{\"name\":\"" + name + "." + zone
                + ".\",\"type\":\"A\",\"ttl\":60,\"changetype\":\"REPLACE\",\"records\":[{\"content\":\"192.0.2.1\"}]}]}";
        send(zone, HttpRequest.newBuilder().method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
    }

    private void get(DomainName zone) {
        send(zone, HttpRequest.newBuilder().GET());
    }

    private void send(DomainName zone, HttpRequest.Builder request) {
        String url = server.environment().get("NPANEL_PDNS_URL") + "/api/v1/servers/localhost/zones/" + zone + ".";
        HttpRequest ready = request.uri(URI.create(url))
                .header("X-API-Key", server.environment().get("NPANEL_PDNS_API_KEY"))
                .build();
        int status = http.sendAsync(ready, HttpResponse.BodyHandlers.ofString())
                .join()
                .statusCode();
        assertThat(status).isBetween(200, 204);
    }

    private static double median(IntConsumer task) {
        return median(task, TRIES);
    }

    private static double median(IntConsumer task, int tries) {
        double[] millis = IntStream.range(0, tries)
                .mapToDouble(i -> {
                    long start = System.nanoTime();
                    task.accept(i);
                    return (System.nanoTime() - start) / 1e6;
                })
                .toArray();
        Arrays.sort(millis);
        return millis[tries / 2];
    }

    private static void report(String what, double ours, double direct) {
        System.out.printf("%-45s p50 %6.1f ms, PowerDNS alone %6.1f ms%n", what, ours, direct);
    }
}
