package dev.npanel.dns.carry;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.value.DomainName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the zones of a name server, in the order of their names.
 *
 * @param after only those that come after this zone
 * @param limit 1 to 1,000
 * @param contents whether to read all there is of each, for its fingerprint
 */
public record ListCarried(@Nullable DomainName after, int limit, boolean contents) implements Scoped {
    private static final int MAX = 1_000;

    public ListCarried {
        if (limit < 1 || limit > MAX) {
            throw Problem.invalid("limit", "must be 1 to " + MAX).asException();
        }
    }

    static List<DomainName> checked(List<DomainName> zones) {
        if (zones.isEmpty() || zones.size() > MAX) {
            throw Problem.invalid("zones", "must be 1 to " + MAX).asException();
        }
        return zones.stream().distinct().sorted().toList();
    }

    @Override
    public Scope scope() {
        return new Scope.Server();
    }
}
