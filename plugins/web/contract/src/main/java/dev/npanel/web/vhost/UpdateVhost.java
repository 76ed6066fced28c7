package dev.npanel.web.vhost;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;

/** Asks for a virtual host to become this; of its names holds what {@link CreateVhost} says. */
public record UpdateVhost(Vhost vhost) implements Scoped {
    @Override
    public Scope scope() {
        return new Scope.Domain(vhost.domain());
    }
}
