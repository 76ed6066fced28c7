package dev.npanel.web.vhost;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;

/** Asks for a new virtual host. That its other names belong to the same account is for the panel to see to, which knows whose they are. */
public record CreateVhost(Vhost vhost) implements Scoped {
    @Override
    public Scope scope() {
        return new Scope.Domain(vhost.domain());
    }
}
