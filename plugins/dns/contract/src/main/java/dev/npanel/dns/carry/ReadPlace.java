package dev.npanel.dns.carry;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;

/**
 * Asks where a name server is.
 */
public record ReadPlace() implements Scoped {
    @Override
    public Scope scope() {
        return new Scope.Server();
    }
}
