package dev.npanel.dns.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.ResourceRecord;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.ZoneReport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneCheckTest {
    private static final DomainName ZONE = new DomainName("example.com");
    private static final Soa SOA = Soa.of(ZONE, new RecordName("ns1.example.com"));

    private final List<ResourceRecord> records = new ArrayList<>(List.of(
            record("example.com NS ns1.example.com."),
            record("example.com NS ns2.example.net."),
            record("ns1.example.com A 192.0.2.1"),
            record("child.example.com NS ns.child.example.com."),
            record("ns.child.example.com A 192.0.2.2"),
            record("*.wild.example.com A 192.0.2.3")));

    @Test
    void aSoundZoneHasNoFindings() {
        records.add(record("www.example.com CNAME host.wild.example.com."));
        records.add(record("example.com MX 10 ns1.example.com."));
        records.add(record("_sip._tcp.example.com SRV 0 0 5060 any.wild.example.com."));
        records.add(record("example.com TXT v=spf1 -all"));
        assertThat(report()).isEqualTo(new ZoneReport(true, List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ns-no-address | false | example.com NS ns3.example.com. | ns9.example.com A 192.0.2.1",
                "ns-cname | false | example.com NS a.example.com. | a.example.com CNAME ns1.example.com.",
                "mx-no-address | true | example.com MX 10 mail.example.com. | x.example.com A 192.0.2.1",
                "mx-cname | true | example.com MX 10 a.example.com. | a.example.com CNAME ns1.example.com.",
                "null-mx-and-other | true | example.com MX 0 . | example.com MX 10 ns1.example.com.",
                "cname-loop | false | a.example.com CNAME b.example.com. | b.example.com CNAME a.example.com.",
                "cname-dangling | true | a.example.com CNAME nothing.example.com. | x.example.com A 192.0.2.1",
                "occluded | true | www.child.example.com TXT hidden | x.example.com A 192.0.2.1",
                "spf-twice | true | example.com TXT v=spf1 -all | example.com TXT v=spf1 a -all",
                "cname-and-other | false | x.example.com CNAME ns1.example.com. | x.example.com A 192.0.2.1",
                "ds-without-ns | false | x.example.com DS 1 13 2 " + HEX + " | x.example.com A 192.0.2.1",
            })
    void finds(String code, boolean valid, String one, String other) {
        records.add(record(one));
        records.add(record(other));
        assertThat(report().findings()).extracting("code").contains(code);
        assertThat(report().valid()).isEqualTo(valid);
    }

    @Test
    void anEmptyZoneHasNoServer() {
        records.clear();
        assertThat(report().findings()).extracting("code").containsExactly("no-ns");
    }

    private static final String HEX = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private ZoneReport report() {
        return ZoneCheck.of(ZONE, SOA, RecordSets.of(records));
    }

    private static ResourceRecord record(String text) {
        String[] part = text.strip().split(" ", 3);
        return new ResourceRecord(new RecordName(part[0]), RecordType.valueOf(part[1]), 3600, part[2]);
    }
}
