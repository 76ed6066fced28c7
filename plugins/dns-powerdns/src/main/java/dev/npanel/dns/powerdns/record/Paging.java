package dev.npanel.dns.powerdns.record;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.record.RecordId;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordPage;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.StoredRecord;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of records. When the record a page ended with is gone, the next page begins with what is left of its set. */
final class Paging {
    private Paging() {}

    static RecordPage page(DomainName zone, List<StoredRecord> records, @Nullable RecordId after, int limit) {
        int from = after == null ? 0 : start(zone, records, after);
        int to = Math.min(records.size(), from + limit);
        @Nullable
        RecordId next = to < records.size() && to > from ? records.get(to - 1).id() : null;
        return new RecordPage(records.subList(from, to), next, records.size());
    }

    private static int start(DomainName zone, List<StoredRecord> records, RecordId after) {
        for (int index = 0; index < records.size(); index++) {
            if (records.get(index).id().equals(after)) {
                return index + 1;
            }
        }
        Place gone = new Place(zone, after.name(), after.type());
        return (int) records.stream()
                .filter(record -> new Place(zone, record.name(), record.type()).compareTo(gone) < 0)
                .count();
    }

    private record Place(DomainName zone, RecordName name, RecordType type) implements Comparable<Place> {
        private static final Comparator<Place> ORDER = Comparator.<Place>comparingInt(
                        place -> Sorted.rank(place.zone, place.name))
                .thenComparing(Place::name)
                .thenComparing(Place::type);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }
}
