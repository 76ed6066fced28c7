package dev.npanel.web.log;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.value.DomainName;

/**
 * Asks for a part of a log, for who wants all of it.
 *
 * @param from the byte that it begins with: 0, or {@link LogPart#next} of the part before
 */
public record ReadLogPart(DomainName domain, SiteLog log, long from) implements Scoped {
    public ReadLogPart {
        if (from < 0) {
            throw Problem.invalid("from", "must not be negative").asException();
        }
    }

    @Override
    public Scope scope() {
        return new Scope.Domain(domain);
    }
}
