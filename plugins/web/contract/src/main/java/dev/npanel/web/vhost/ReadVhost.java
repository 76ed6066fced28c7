package dev.npanel.web.vhost;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.DomainName;

/** Asks for a virtual host. */
public record ReadVhost(DomainName domain) implements Scoped {
    @Override
    public Scope scope() {
        return new Scope.Domain(domain);
    }
}
