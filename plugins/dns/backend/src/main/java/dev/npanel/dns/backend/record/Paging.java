package dev.npanel.dns.backend.record;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.record.RecordId;
import dev.npanel.dns.record.RecordPage;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.record.StoredRecord;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of records. When the record a page ended with is gone, the next page begins with what is left of its set. */
final class Paging {
    private Paging() {}

    static RecordPage page(DomainName zone, List<Row> rows, @Nullable RecordId after, int limit) {
        int from = after == null ? 0 : start(zone, rows, after);
        int to = Math.min(rows.size(), from + limit);
        List<StoredRecord> records =
                rows.subList(from, to).stream().map(Row::record).toList();
        boolean more = to < rows.size() && !records.isEmpty();
        return new RecordPage(records, more ? records.get(records.size() - 1).id() : null, rows.size());
    }

    private static int start(DomainName zone, List<Row> rows, RecordId after) {
        RecordSet gone = new RecordSet(after.name(), after.type(), 0, List.of());
        Comparator<RecordSet> order = Sorted.order(zone);
        int from = 0;
        for (Row row : rows) {
            int place = order.compare(row.set(), gone);
            if (place > 0) {
                break;
            }
            if (place == 0 && row.entry().tag().equals(after.tag())) {
                return rows.indexOf(row) + 1;
            }
            from += place < 0 ? 1 : 0;
        }
        return from;
    }
}
