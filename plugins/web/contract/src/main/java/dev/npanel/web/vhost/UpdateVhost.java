package dev.npanel.web.vhost;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;

/** Asks for a virtual host to become this. */
public record UpdateVhost(Vhost vhost) implements Scoped {
    @Override
    public Scope scope() {
        return new Scope.Domains(vhost.names());
    }
}
