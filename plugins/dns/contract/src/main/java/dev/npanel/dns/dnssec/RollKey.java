package dev.npanel.dns.dnssec;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.value.DomainName;

/**
 * Asks for a key to be replaced. One roll at a time.
 *
 * @param role KSK or ZSK
 * @param propagation seconds until every name server of the zone has a change, 0 to 604,800
 */
public record RollKey(DomainName zone, KeyRole role, int propagation) implements Scoped {
    private static final int WEEK = 604_800;

    public RollKey {
        if (role == KeyRole.CSK) {
            throw Problem.invalid("role", "must be KSK or ZSK").asException();
        }
        if (propagation < 0 || propagation > WEEK) {
            throw Problem.invalid("propagation", "must be 0 to " + WEEK + " seconds")
                    .asException();
        }
    }

    @Override
    public Scope scope() {
        return new Scope.Domain(zone);
    }
}
