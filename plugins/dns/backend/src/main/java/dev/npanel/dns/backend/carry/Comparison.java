package dev.npanel.dns.backend.carry;

import dev.npanel.dns.carry.CarriedKey;
import dev.npanel.dns.carry.CarriedZone;
import dev.npanel.dns.carry.ComparedZones;
import dev.npanel.dns.carry.ComparedZones.Difference;
import dev.npanel.dns.dnssec.KeyRole;
import dev.npanel.dns.edit.Serial;
import dev.npanel.dns.record.RecordSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Asks two name servers for every record set of zones, for a name that is not there, and how they sign. Signatures themselves differ, as
 * do serials: the later server's must not be the earlier one. Not thread-safe.
 */
final class Comparison {
    private static final int MOST = 20;
    private static final String NOBODY = "npanel-asks-for-nobody.";

    private final Questions there;
    private final Questions here;
    private final List<Difference> differences = new ArrayList<>();
    /** In the zone that is compared. */
    private final List<String> found = new ArrayList<>();

    private int questions;

    Comparison(Questions there, Questions here) {
        this.there = there;
        this.here = here;
    }

    ComparedZones result() {
        return new ComparedZones(questions, differences);
    }

    void compare(CarriedZone zone) throws IOException {
        found.clear();
        ask(zone);
        found.stream().limit(MOST).forEach(text -> differences.add(new Difference(zone.zone(), text)));
    }

    private void ask(CarriedZone zone) throws IOException {
        String apex = zone.zone() + ".";
        for (RecordSet set : zone.sets()) {
            same(set.name().absolute(), Type.value(set.type().name()));
        }
        same(NOBODY + apex, Type.A);
        soa(apex);
        if (!zone.keys().isEmpty()) {
            same(apex, Type.DNSKEY);
            Set<Integer> entry = zone.keys().stream()
                    .filter(key -> key.role() == KeyRole.KSK)
                    .map(CarriedKey::tag)
                    .collect(Collectors.toSet());
            signers(apex, Type.DNSKEY, entry);
            signers(apex, Type.SOA, null);
        }
    }

    private void same(String name, int type) throws IOException {
        Message one = ask(there, name, type, false);
        Message other = ask(here, name, type, false);
        note(name, type, text(one, type), text(other, type));
    }

    private void soa(String apex) throws IOException {
        List<SOARecord> one = soas(ask(there, apex, Type.SOA, false));
        List<SOARecord> other = soas(ask(here, apex, Type.SOA, false));
        if (one.size() != 1 || other.size() != 1) {
            note(apex, Type.SOA, "" + one, "" + other);
            return;
        }
        note(apex, Type.SOA, withoutSerial(one.get(0)), withoutSerial(other.get(0)));
        long served = one.get(0).getSerial();
        long next = other.get(0).getSerial();
        if (served != next && !Serial.isAfter(next, served)) {
            found.add(apex + " SOA: the serial would go back from " + served + " to " + next);
        }
    }

    private void signers(String apex, int type, @Nullable Set<Integer> only) throws IOException {
        note(
                apex,
                type,
                "signed by " + tags(ask(there, apex, type, true), only),
                "signed by " + tags(ask(here, apex, type, true), only));
    }

    private static Set<Integer> tags(Message answer, @Nullable Set<Integer> only) {
        return answer.getSection(Section.ANSWER).stream()
                .filter(RRSIGRecord.class::isInstance)
                .map(record -> ((RRSIGRecord) record).getFootprint())
                .filter(tag -> only == null || only.contains(tag))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void note(String name, int type, String one, String other) {
        if (!one.equals(other)) {
            found.add(name + " " + Type.string(type) + ": " + one + " and " + other);
        }
    }

    private Message ask(Questions server, String name, int type, boolean signed) throws IOException {
        questions++;
        return server.ask(Name.fromString(name), type, signed);
    }

    /** The status and the records that were asked for, or where the name is delegated to. */
    private static String text(Message answer, int type) {
        List<Record> found = answer.getSection(Section.ANSWER);
        Stream<Record> told = found.isEmpty()
                ? answer.getSection(Section.AUTHORITY).stream().filter(record -> record.getType() == Type.NS)
                : found.stream().filter(record -> record.getType() == type || record.getType() == Type.CNAME);
        return Rcode.string(answer.getRcode()) + " "
                + told.map(record -> record.getTTL() + " " + record.rdataToString())
                        .sorted()
                        .toList();
    }

    private static List<SOARecord> soas(Message answer) {
        return answer.getSection(Section.ANSWER).stream()
                .filter(SOARecord.class::isInstance)
                .map(SOARecord.class::cast)
                .toList();
    }

    private static String withoutSerial(SOARecord soa) {
        return soa.getTTL() + " " + soa.getHost() + " " + soa.getAdmin() + " " + soa.getRefresh() + " " + soa.getRetry()
                + " " + soa.getExpire() + " " + soa.getMinimum();
    }
}
