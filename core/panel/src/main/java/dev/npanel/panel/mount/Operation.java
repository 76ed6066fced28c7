package dev.npanel.panel.mount;

import dev.npanel.api.action.Permission;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the API answers.
 *
 * @param method {@code GET}
 * @param path as a template from the root, {@code /api/dns/{domain}/records}
 * @param permission what it needs, or null when everybody may call it
 * @param handler the resource's method
 */
public record Operation(
        String method, String path, @Nullable Permission permission, Method handler) {
    /** Whether everybody may call it. */
    public boolean anonymous() {
        return permission == null;
    }

    /** What follows {@code /api/}, as far as the next slash. */
    public String segment() {
        return path.split("/", 4)[2];
    }
}
