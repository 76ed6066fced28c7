package dev.npanel.web.server;

import dev.npanel.api.value.DomainName;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it should be.
 *
 * @param file the whole path
 * @param domain of the site that it is the file of, or null
 * @param message one sentence
 */
public record Finding(Sort sort, String file, @Nullable DomainName domain, String message) {
    /** What it is. */
    public enum Sort {
        /** A site's file is not what has been made from its model. */
        CHANGED,
        /** The web server goes on with what it had because of this file. */
        REFUSED,
        /** A site's file that the web server would not take, and that it does not see any more. */
        SET_ASIDE
    }
}
