package dev.npanel.web.vhost;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;

/**
 * Asks for the end of a virtual host.
 *
 * @param account whose it is
 * @param files whether also of the files in its document root
 */
public record DeleteVhost(DomainName domain, AccountName account, boolean files) implements Scoped {
    @Override
    public Scope scope() {
        return new Scope.Domain(domain);
    }
}
