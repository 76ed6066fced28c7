package dev.npanel.dns.bind.zone;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;
import org.xbill.DNS.Update;

/** The difference between a zone and what some of its sets are to be, as an update. Not thread-safe. */
final class Delta {
    private final Snapshot present;
    private final List<Record> gone = new ArrayList<>();
    private final List<Record> come = new ArrayList<>();
    private final List<Record> servers = new ArrayList<>();
    private SOARecord soa;
    private boolean newSoa;
    private int changed;

    private Delta(Snapshot present) {
        this.present = present;
        this.soa = present.soa();
    }

    /** What has to come and go for these sets to be there. */
    static Delta of(Snapshot present, Collection<Rrset> wanted) {
        Delta delta = new Delta(present);
        wanted.forEach(delta::set);
        return delta;
    }

    boolean isEmpty() {
        return gone.isEmpty() && come.isEmpty() && servers.isEmpty() && !newSoa;
    }

    /** How many record sets change. */
    int sets() {
        return changed;
    }

    /**
     * The update, all or nothing: it takes place only if the zone is still as it was read. What goes is sent before what comes,
     * since nothing is added beside a CNAME; but the name servers of the zone at the end, since the last does not go.
     */
    Update update(long serial) {
        Update update = new Update(present.soa().getName());
        update.present(unchanged());
        gone.forEach(update::delete);
        come.forEach(update::add);
        servers.forEach(update::delete);
        update.add(with(soa, soa.getTTL(), serial));
        return update;
    }

    /** The SOA as a condition, whose TTL has to be 0. */
    private SOARecord unchanged() {
        return with(present.soa(), 0, present.serial());
    }

    private static SOARecord with(SOARecord soa, long ttl, long serial) {
        return new SOARecord(
                soa.getName(),
                soa.getDClass(),
                ttl,
                soa.getHost(),
                soa.getAdmin(),
                serial,
                soa.getRefresh(),
                soa.getRetry(),
                soa.getExpire(),
                soa.getMinimum());
    }

    private void set(Rrset set) {
        List<Record> wanted = Translation.toRecords(set);
        if (set.place().type().equals(Place.SOA)) {
            SOARecord target = (SOARecord) wanted.get(0);
            newSoa = !same(target, present.soa());
            soa = target;
            return;
        }
        List<Record> there = present.records().getOrDefault(set.place(), List.of());
        int before = size();
        boolean anew = !there.isEmpty() && there.get(0).getTTL() != set.ttl();
        boolean apexServers = isApexServers(set, present.soa().getName());
        for (Record record : there) {
            if (!wanted.contains(record) || (anew && !apexServers)) {
                (apexServers ? servers : gone).add(record);
            }
        }
        wanted.stream().filter(record -> anew || !there.contains(record)).forEach(come::add);
        changed += size() > before ? 1 : 0;
    }

    private int size() {
        return gone.size() + come.size() + servers.size();
    }

    private static boolean isApexServers(Rrset set, Name apex) {
        return set.place().type().equals(Type.string(Type.NS))
                && set.place().name().equals(apex.toString().toLowerCase(Locale.ROOT));
    }

    private static boolean same(SOARecord one, SOARecord other) {
        return Rrset.withSerial(one.rdataToString(), 0).equals(Rrset.withSerial(other.rdataToString(), 0))
                && one.getTTL() == other.getTTL();
    }
}
