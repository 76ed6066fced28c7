package dev.npanel.web.vhost;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;

/** Asks for a new virtual host. */
public record CreateVhost(Vhost vhost) implements Scoped {
    @Override
    public Scope scope() {
        return new Scope.Domains(vhost.names());
    }
}
