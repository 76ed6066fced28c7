package dev.npanel.web.directory;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.web.vhost.UrlPath;
import java.util.List;

/**
 * Asks that a directory of a site has these users and no others.
 *
 * @param account whose the site is
 */
public record ProtectDirectory(
        DomainName domain, AccountName account, UrlPath path, String realm, List<DirectoryPassword> users)
        implements Scoped {
    public ProtectDirectory {
        users = List.copyOf(users);
        path = protectedDirectory(path, realm, users).path();
    }

    /** What becomes of it. */
    public ProtectedDirectory directory() {
        return protectedDirectory(path, realm, users);
    }

    @Override
    public Scope scope() {
        return new Scope.Domain(domain);
    }

    private static ProtectedDirectory protectedDirectory(UrlPath path, String realm, List<DirectoryPassword> users) {
        return new ProtectedDirectory(
                path, realm, users.stream().map(DirectoryPassword::name).toList());
    }
}
