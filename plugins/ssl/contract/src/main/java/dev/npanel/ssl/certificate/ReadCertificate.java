package dev.npanel.ssl.certificate;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;

/** Asks for a certificate and its chain. */
public record ReadCertificate(CertificateId id) implements Scoped {
    @Override
    public Scope scope() {
        return new Scope.Domain(id.domain());
    }
}
