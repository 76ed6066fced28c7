package dev.npanel.web.vhost;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.DomainSet;
import org.jspecify.annotations.Nullable;

/**
 * Asks for virtual hosts, in the order of their domains.
 *
 * @param within only those at or below one of these domains; null for all of the server, administrators only
 * @param after only those that come after this domain
 * @param limit 1 to 10,000
 */
public record ListVhosts(
        @Nullable DomainSet within, @Nullable DomainName after, int limit) implements Scoped {
    private static final int MAX_LIMIT = 10_000;

    public ListVhosts {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Problem.invalid("limit", "must be 1 to " + MAX_LIMIT).asException();
        }
    }

    @Override
    public Scope scope() {
        return within == null ? new Scope.Server() : new Scope.Domains(within);
    }
}
