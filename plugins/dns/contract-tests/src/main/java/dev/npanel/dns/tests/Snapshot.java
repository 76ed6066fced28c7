package dev.npanel.dns.tests;

import dev.npanel.api.value.DomainName;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/**
 * What a resolver's cache may hold of a signed zone: its keys and a signed answer, as they were served at one moment.
 *
 * @param keys the DNSKEY records with their signatures
 * @param answer the SOA with its signatures
 */
record Snapshot(RRset keys, RRset answer) {
    /** Asks for both. */
    static Snapshot take(int port, DomainName zone) {
        return new Snapshot(ask(port, zone, Type.DNSKEY), ask(port, zone, Type.SOA));
    }

    /** Whether a resolver with these keys takes that answer. */
    boolean verifies(Snapshot other) {
        return signed(other.answer, dnskeys());
    }

    /** Whether a resolver that has these DS records takes the keys. */
    boolean isTrusted(List<String> ds) {
        List<String> tags =
                ds.stream().map(each -> each.substring(0, each.indexOf(' '))).toList();
        return signed(
                keys,
                dnskeys().stream()
                        .filter(key -> tags.contains("" + key.getFootprint()))
                        .toList());
    }

    private List<DNSKEYRecord> dnskeys() {
        return keys.rrs().stream().map(DNSKEYRecord.class::cast).toList();
    }

    private static boolean signed(RRset set, List<DNSKEYRecord> keys) {
        for (RRSIGRecord signature : set.sigs()) {
            for (DNSKEYRecord key : keys) {
                if (key.getFootprint() == signature.getFootprint() && verifies(set, signature, key)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean verifies(RRset set, RRSIGRecord signature, DNSKEYRecord key) {
        try {
            DNSSEC.verify(set, signature, key);
            return true;
        } catch (DNSSEC.DNSSECException wrong) {
            return false;
        }
    }

    private static RRset ask(int port, DomainName zone, int type) {
        try {
            SimpleResolver resolver = new SimpleResolver("127.0.0.1");
            resolver.setPort(port);
            resolver.setTCP(true);
            resolver.setTimeout(Duration.ofSeconds(5));
            resolver.setEDNS(0, 4096, ExtendedFlags.DO);
            Message query = Message.newQuery(Record.newRecord(Name.fromString(zone + "."), type, DClass.IN));
            return resolver.send(query).getSectionRRsets(Section.ANSWER).stream()
                    .filter(set -> set.getType() == type)
                    .findAny()
                    .orElseThrow(() -> new AssertionError("no " + Type.string(type) + " of " + zone));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
