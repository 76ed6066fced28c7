package dev.npanel.web.server;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;

/**
 * Asks that the file of a site which the web server has refused last, because somebody has changed it by hand, is made from its model
 * again; or put aside, when there is no model in it any more.
 */
public record RepairWeb() implements Scoped {
    @Override
    public Scope scope() {
        return new Scope.Server();
    }
}
