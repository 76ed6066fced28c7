package dev.npanel.web.vhost;

import dev.npanel.api.problem.Problem;
import java.util.Set;

/**
 * What visitors see instead of the web server's own page.
 *
 * @param status 403, 404, 405, 410, 429, 500, 502, 503 or 504
 * @param page a file of HTML in the document root, seen from there: {@code /errors/404.html}
 */
public record ErrorPage(int status, UrlPath page) {
    private static final Set<Integer> STATUSES = Set.of(403, 404, 405, 410, 429, 500, 502, 503, 504);

    public ErrorPage {
        if (!STATUSES.contains(status)) {
            throw Problem.invalid("status", "must be 403, 404, 405, 410, 429, 500, 502, 503 or 504")
                    .asException();
        }
        if (!page.text().endsWith(".html") && !page.text().endsWith(".htm")) {
            throw Problem.invalid("page", "must be a file of HTML, such as /errors/404.html")
                    .asException();
        }
    }
}
