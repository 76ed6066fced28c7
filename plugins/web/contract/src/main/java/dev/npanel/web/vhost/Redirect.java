package dev.npanel.web.vhost;

import dev.npanel.api.problem.Problem;
import java.util.Set;

/**
 * Requests for a path that are sent elsewhere.
 *
 * @param below whether also what is below the path
 * @param status 301, 302, 307 or 308 (RFC 9110)
 */
public record Redirect(UrlPath from, boolean below, RedirectTarget to, int status) {
    private static final Set<Integer> STATUSES = Set.of(301, 302, 307, 308);

    public Redirect {
        if (!STATUSES.contains(status)) {
            throw Problem.invalid("status", "must be 301, 302, 307 or 308").asException();
        }
    }
}
