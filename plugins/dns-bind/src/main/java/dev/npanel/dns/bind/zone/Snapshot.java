package dev.npanel.dns.bind.zone;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;
import org.xbill.DNS.ZoneTransferIn;

/** What named serves of a zone at one serial. What signing brings, other than keys and NSEC3PARAM, is left out. Immutable. */
record Snapshot(Map<Place, List<Record>> records, SOARecord soa) {
    /** Private types of named's own notes on signing. */
    private static final int SIGNING_NOTES = 65_534;

    private static final Set<Integer> MADE_BY_SIGNING = Set.of(Type.RRSIG, Type.NSEC, Type.NSEC3, SIGNING_NOTES);

    /** Of all records of a zone, the SOA first and last. */
    static Snapshot of(List<Record> transferred) {
        Map<Place, List<Record>> records = new HashMap<>();
        transferred.subList(0, transferred.size() - 1).forEach(record -> add(records, record));
        return new Snapshot(records, (SOARecord) transferred.get(0));
    }

    /** The zone after these changes. */
    Snapshot after(List<ZoneTransferIn.Delta> deltas) {
        Map<Place, List<Record>> changed = new HashMap<>(records);
        SOARecord last = soa;
        for (ZoneTransferIn.Delta delta : deltas) {
            delta.deletes.forEach(record -> remove(changed, record));
            delta.adds.forEach(record -> add(changed, record));
            last = (SOARecord) delta.adds.get(0);
        }
        return new Snapshot(changed, last);
    }

    long serial() {
        return soa.getSerial();
    }

    int size() {
        return records.size();
    }

    boolean isSigned() {
        return !signing(Type.DNSKEY).isEmpty();
    }

    /** DNSKEY or NSEC3PARAM records. */
    List<Record> signing(int type) {
        return records.getOrDefault(
                Translation.place(Record.newRecord(soa.getName(), type, soa.getDClass())), List.of());
    }

    private static void add(Map<Place, List<Record>> records, Record record) {
        if (!MADE_BY_SIGNING.contains(record.getType())) {
            Place place = Translation.place(record);
            List<Record> set = new ArrayList<>(records.getOrDefault(place, List.of()));
            set.add(record);
            records.put(place, set);
        }
    }

    private static void remove(Map<Place, List<Record>> records, Record record) {
        Place place = Translation.place(record);
        List<Record> set = new ArrayList<>(records.getOrDefault(place, List.of()));
        set.remove(record);
        if (set.isEmpty()) {
            records.remove(place);
        } else {
            records.put(place, set);
        }
    }
}
