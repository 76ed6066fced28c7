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
 * @param limit 1 to 10,000
 * @param detail what is wanted of each
 */
public record ListCarried(@Nullable DomainName after, int limit, Detail detail) implements Scoped {
    private static final int MAX_LISTED = 10_000;
    private static final int MAX = 1_000;

    public ListCarried {
        if (limit < 1 || limit > MAX_LISTED) {
            throw Problem.invalid("limit", "must be 1 to " + MAX_LISTED).asException();
        }
    }

    /** What a mark says of a zone. */
    public enum Detail {
        /** Nothing. */
        NAME,
        /**
         * Its serial, and its keys if it is signed. Another one with every change of this server's own, and soon told; what somebody has
         * changed in the database of a daemon without raising the serial it does not show.
         */
        VERSION,
        /** All there is of it, which has to be read: {@link CarriedZone#fingerprint()}. */
        CONTENT
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
