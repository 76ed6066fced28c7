package dev.npanel.dns.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records of a zone, in the order of their names (apex first), types and contents.
 *
 * @param next where the next page begins, or null at the end
 * @param total how many records match on all pages
 */
public record RecordPage(List<StoredRecord> items, @Nullable RecordId next, int total) {
    public RecordPage {
        items = List.copyOf(items);
    }
}
