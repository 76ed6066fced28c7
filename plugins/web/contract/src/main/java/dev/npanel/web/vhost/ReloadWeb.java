package dev.npanel.web.vhost;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;

/** Asks the web server to read its configuration again, dropping no connection. */
public record ReloadWeb() implements Scoped {
    @Override
    public Scope scope() {
        return new Scope.Server();
    }
}
