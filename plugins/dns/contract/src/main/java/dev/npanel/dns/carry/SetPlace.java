package dev.npanel.dns.carry;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;

/**
 * Brings a name server to a place.
 */
public record SetPlace(Place place) implements Scoped {
    @Override
    public Scope scope() {
        return new Scope.Server();
    }
}
