package dev.npanel.dns.panel.record;

import dev.npanel.dns.record.ChangedRecords;
import dev.npanel.dns.record.RecordId;
import dev.npanel.dns.record.RecordPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers that hold several records. */
public final class RecordViews {
    private RecordViews() {}

    /**
     * One page of records.
     *
     * @param next what to ask for as {@code after}, or null at the end
     * @param total how many match on all pages
     */
    public record Page(List<RecordView> items, @Nullable RecordId next, int total) {
        static Page of(RecordPage page) {
            return new Page(page.items().stream().map(RecordView::of).toList(), page.next(), page.total());
        }
    }

    /** The records of several changes, in the order in which these were made. */
    public record Changed(List<RecordView> records) {
        static Changed of(ChangedRecords changed) {
            return new Changed(changed.records().stream().map(RecordView::of).toList());
        }
    }
}
