package dev.npanel.ssl.challenge;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.DomainName;

/** Asks to answer a challenge no longer. */
public record DeleteChallenge(DomainName domain, Token token) implements Scoped {
    @Override
    public Scope scope() {
        return new Scope.Domain(domain);
    }
}
