package dev.npanel.dns.tests.carry;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.ResourceRecord;
import java.util.List;

/** Records of every sort. */
final class Assortment {
    private Assortment() {}

    static List<ResourceRecord> of(DomainName zone) {
        return List.of(
                record(zone, "@", "NS", "ns1." + zone + "."),
                record(zone, "ns1", "A", "192.0.2.53"),
                record(zone, "www", "A", "192.0.2.1"),
                record(zone, "www", "A", "192.0.2.2"),
                record(zone, "www", "AAAA", "2001:db8::1"),
                record(zone, "alias", "CNAME", "www." + zone + "."),
                record(zone, "*.wild", "TXT", "\"v=spf1 -all\" \"\\\"quoted\\\" \\195\\188\""),
                record(zone, "a.b.c", "A", "192.0.2.3"),
                record(zone, "sub", "NS", "ns.sub." + zone + "."),
                record(zone, "ns.sub", "A", "192.0.2.54"),
                record(zone, "@", "MX", "10 mail." + zone + "."),
                record(zone, "@", "CAA", "0 issue \"ca.example\""),
                record(zone, "_sip._tcp", "SRV", "1 2 5060 sip." + zone + "."),
                record(zone, "svc", "HTTPS", "1 . alpn=h2,h3 ipv4hint=192.0.2.9"),
                record(zone, "here", "LOC", "52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000.00m 10.00m"));
    }

    static ResourceRecord record(DomainName zone, String name, String type, String content) {
        return new ResourceRecord(RecordName.in(zone, name), RecordType.valueOf(type), 300, content);
    }
}
