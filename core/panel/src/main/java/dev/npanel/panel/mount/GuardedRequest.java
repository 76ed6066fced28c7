package dev.npanel.panel.mount;

import org.jspecify.annotations.Nullable;

/**
 * What the guard may know of a request; resource methods may take it as a {@code @Context} parameter.
 *
 * @param id ours; joins the audit trails and is sent back as the header {@code NPanel-Request}
 * @param peer the address of the connection's other end; what headers say of it never counts
 * @param method {@code POST}
 * @param path as sent, percent-encoded, without the query
 * @param authorization the value of the one {@code Authorization} header, or null
 * @param dryRun whether {@code ?dryRun=true} is given
 */
public record GuardedRequest(
        String id,
        String peer,
        String method,
        String path,
        @Nullable String authorization,
        boolean dryRun) {
    /** The parameter of the query that asks for a look instead of a change. */
    public static final String DRY_RUN = "dryRun";

    /** Without the credentials. */
    @Override
    public String toString() {
        return id + " " + peer + " " + method + " " + path;
    }
}
