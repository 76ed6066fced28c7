package dev.npanel.web.log;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.value.DomainName;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the last lines of a log.
 *
 * @param lines 1 to 1,000
 * @param filter only lines with this text in them, as it stands; 1 to 200 characters, or null for all
 * @param before only what is before this byte: {@link LogLines#before} of the page before, or null for the end of the log
 */
public record ReadLog(
        DomainName domain,
        SiteLog log,
        int lines,
        @Nullable String filter,
        @Nullable Long before) implements Scoped {
    private static final int MAX_LINES = 1000;
    private static final int MAX_FILTER = 200;

    public ReadLog {
        if (lines < 1 || lines > MAX_LINES) {
            throw Problem.invalid("lines", "must be 1 to " + MAX_LINES).asException();
        }
        if (filter != null && (filter.isEmpty() || filter.length() > MAX_FILTER)) {
            throw Problem.invalid("filter", "must have 1 to " + MAX_FILTER + " characters")
                    .asException();
        }
        if (before != null && before < 0) {
            throw Problem.invalid("before", "must not be negative").asException();
        }
    }

    @Override
    public Scope scope() {
        return new Scope.Domain(domain);
    }
}
