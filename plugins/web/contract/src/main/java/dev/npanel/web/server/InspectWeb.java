package dev.npanel.web.server;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;

/** Asks what is not as it should be with the web server's configuration. */
public record InspectWeb() implements Scoped {
    @Override
    public Scope scope() {
        return new Scope.Server();
    }
}
