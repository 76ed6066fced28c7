package dev.npanel.dns.record;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the records of a zone.
 *
 * @param name only those of this owner
 * @param type only those of this type
 * @param search only those whose name or content has this text, in any case; never interpreted as a pattern
 * @param after only those that come after this record
 * @param limit 1 to 10,000
 */
public record ListRecords(
        DomainName zone,
        @Nullable RecordName name,
        @Nullable RecordType type,
        @Nullable String search,
        @Nullable RecordId after,
        int limit)
        implements Scoped {
    private static final int MAX_LIMIT = 10_000;
    private static final int MAX_SEARCH = 255;

    public ListRecords {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Problem.invalid("limit", "must be 1 to " + MAX_LIMIT).asException();
        }
        if (search != null) {
            search = Text.line(search, MAX_SEARCH);
        }
    }

    @Override
    public Scope scope() {
        return new Scope.Domain(zone);
    }
}
