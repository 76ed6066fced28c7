package dev.npanel.ssl.certificate;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;

/**
 * Asks to put a signed certificate in the place of the one that is served. It has to fit the key of the last {@link
 * dev.npanel.ssl.key.NewRequest request}, or the one in use, and to be good for every name that was asked for.
 */
public record InstallChain(CertificateId id, Chain chain) implements Scoped {
    @Override
    public Scope scope() {
        return new Scope.Domain(id.domain());
    }
}
