package dev.npanel.dns.dnssec;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.value.DomainName;

/**
 * Says that the parent has the DS of the new KSK beside that of the old one.
 *
 * @param dsTtl the TTL of the DS records at the parent in seconds, 0 to 604,800; so long the roll waits
 */
public record ConfirmDs(DomainName zone, int dsTtl) implements Scoped {
    private static final int WEEK = 604_800;

    public ConfirmDs {
        if (dsTtl < 0 || dsTtl > WEEK) {
            throw Problem.invalid("dsTtl", "must be 0 to " + WEEK + " seconds").asException();
        }
    }

    @Override
    public Scope scope() {
        return new Scope.Domain(zone);
    }
}
