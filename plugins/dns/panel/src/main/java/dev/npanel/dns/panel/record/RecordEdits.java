package dev.npanel.dns.panel.record;

import dev.npanel.api.problem.Problem;
import dev.npanel.dns.record.RecordId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several changes to one zone, all or none; they are made in the order of the fields here. At most 10,000. */
public record RecordEdits(List<RecordId> delete, List<Edit> update, List<NewRecord> add) {
    private static final int MAX = 10_000;

    /**
     * Another content for a record.
     *
     * @param ttl seconds, or null for the usual
     */
    public record Edit(RecordId id, @Nullable Integer ttl, String content) {}

    public RecordEdits {
        delete = List.copyOf(delete);
        update = List.copyOf(update);
        add = List.copyOf(add);
        int changes = delete.size() + update.size() + add.size();
        if (changes == 0 || changes > MAX) {
            throw Problem.invalid("", "must have 1 to " + MAX + " elements in delete, update and add together")
                    .asException();
        }
    }

    /** Where the change of this number is in the request. */
    String where(int index) {
        if (index < delete.size()) {
            return "delete[" + index + "]";
        }
        int second = index - delete.size();
        return second < update.size() ? "update[" + second + "]" : "add[" + (second - update.size()) + "]";
    }
}
