package dev.npanel.web.directory;

import dev.npanel.api.problem.Problem;
import dev.npanel.web.vhost.UrlPath;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A path of a site, with all below it, that only these users get to (HTTP basic authentication, RFC 7617). Passwords are no part of it.
 *
 * @param path {@code /} for the whole site
 * @param realm what the browser shows: 1 to 100 letters, digits, spaces and {@code ._:,!()/-}
 * @param users 1 to 200, sorted
 */
public record ProtectedDirectory(UrlPath path, String realm, List<DirectoryUser> users) {
    private static final Pattern REALM =
            Pattern.compile("[A-Za-z0-9._:,!()/-]([A-Za-z0-9 ._:,!()/-]{0,98}[A-Za-z0-9._:,!()/-])?");
    private static final int MAX_USERS = 200;

    public ProtectedDirectory {
        path = canonical(path);
        users = users.stream().sorted().toList();
        if (!REALM.matcher(realm).matches()) {
            throw Problem.invalid("realm", "must have 1 to 100 letters, digits, inner spaces and ._:,!()/-")
                    .asException();
        }
        if (users.isEmpty() || users.size() > MAX_USERS || new HashSet<>(users).size() < users.size()) {
            throw Problem.invalid("users", "must be 1 to " + MAX_USERS + ", of different names")
                    .asException();
        }
    }

    /** The path without a final slash. */
    static UrlPath canonical(UrlPath path) {
        String text = path.text();
        return text.length() > 1 && text.endsWith("/") ? new UrlPath(text.substring(0, text.length() - 1)) : path;
    }
}
