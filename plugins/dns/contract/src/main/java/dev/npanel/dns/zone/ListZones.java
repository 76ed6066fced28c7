package dev.npanel.dns.zone;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.DomainSet;
import org.jspecify.annotations.Nullable;

/**
 * Asks for zones, in the order of their names.
 *
 * @param within only zones at or below one of these domains; null for every zone of the server, administrators only
 * @param after only those that come after this zone
 * @param limit 1 to 10,000
 */
public record ListZones(
        @Nullable DomainSet within, @Nullable DomainName after, int limit) implements Scoped {
    private static final int MAX_LIMIT = 10_000;

    public ListZones {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Problem.invalid("limit", "must be 1 to " + MAX_LIMIT).asException();
        }
    }

    @Override
    public Scope scope() {
        return within == null ? new Scope.Server() : new Scope.Domains(within);
    }
}
