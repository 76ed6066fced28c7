package dev.npanel.web.panel;

import dev.npanel.web.directory.DirectoryPassword;
import dev.npanel.web.vhost.UrlPath;
import java.util.List;

/**
 * A directory that is to ask for a password.
 *
 * @param users all that there are to be; who is there already keeps the password when none is said
 */
public record ProtectedPath(UrlPath path, String realm, List<DirectoryPassword> users) {
    public ProtectedPath {
        users = List.copyOf(users);
    }
}
