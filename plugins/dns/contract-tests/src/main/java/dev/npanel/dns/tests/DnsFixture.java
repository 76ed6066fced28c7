package dev.npanel.dns.tests;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.Dns;
import dev.npanel.dns.record.ListRecords;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.ResourceRecord;
import dev.npanel.dns.record.StoredRecord;
import dev.npanel.dns.zone.CreateZone;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.dns.zone.ZoneType;
import java.util.ArrayList;
import java.util.List;

/** What the tests of the contract stand on. */
interface DnsFixture {
    /** The host with the backend. */
    Host host();

    /** The backend's clock. */
    MovableClock clock();

    /** The backend's daemon, asked from outside. */
    Asking asking();

    /** A name that no other test uses. */
    DomainName fresh();

    /** A new zone with two name servers and these records. */
    default DomainName zone(ResourceRecord... records) {
        DomainName zone = fresh();
        create(zone, records);
        return zone;
    }

    /** A zone of this name, with the serial 1. */
    default ZoneInfo create(DomainName zone, ResourceRecord... records) {
        List<ResourceRecord> all = new ArrayList<>(List.of(records));
        all.add(record(zone, "@", "NS", "ns1.example.net."));
        all.add(record(zone, "@", "NS", "ns2.example.net."));
        return host().call(Dns.ZONE_CREATE, new CreateZone(zone, ZoneType.NATIVE, soa(zone), all));
    }

    /** The usual start of authority. */
    default Soa soa(DomainName zone) {
        return Soa.of(zone, new RecordName("ns1.example.net"));
    }

    /** A record with a TTL of five minutes. */
    default ResourceRecord record(DomainName zone, String name, String type, String content) {
        return new ResourceRecord(RecordName.in(zone, name), RecordType.valueOf(type), 300, content);
    }

    /** All records. */
    default List<StoredRecord> list(DomainName zone) {
        return host().call(Dns.RECORD_LIST, new ListRecords(zone, null, null, null, null, 10_000))
                .items();
    }

    /** All records as text, without the zone's name. */
    default List<String> lines(DomainName zone) {
        return list(zone).stream()
                .map(record -> record.name().text().replace("." + zone, "").replace(zone.text(), "@") + " "
                        + record.ttl() + " " + record.type() + " " + record.content())
                .toList();
    }
}
