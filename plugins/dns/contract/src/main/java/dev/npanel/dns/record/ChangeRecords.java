package dev.npanel.dns.record;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.value.DomainName;
import java.util.List;

/** Asks for several changes to one zone at once, in this order: all of them or none. At most 10,000. */
public record ChangeRecords(DomainName zone, List<RecordChange> changes) implements Scoped {
    private static final int MAX_CHANGES = 10_000;

    public ChangeRecords {
        changes = List.copyOf(changes);
        if (changes.isEmpty() || changes.size() > MAX_CHANGES) {
            throw Problem.invalid("changes", "must have 1 to " + MAX_CHANGES + " elements")
                    .asException();
        }
    }

    @Override
    public Scope scope() {
        return new Scope.Domain(zone);
    }
}
