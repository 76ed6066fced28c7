package dev.npanel.web.directory;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.web.vhost.UrlPath;

/**
 * Asks that everybody gets to a directory of a site again.
 *
 * @param account whose the site is
 */
public record UnprotectDirectory(DomainName domain, AccountName account, UrlPath path) implements Scoped {
    public UnprotectDirectory {
        path = ProtectedDirectory.canonical(path);
    }

    @Override
    public Scope scope() {
        return new Scope.Domain(domain);
    }
}
