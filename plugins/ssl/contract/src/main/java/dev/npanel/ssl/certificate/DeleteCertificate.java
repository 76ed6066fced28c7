package dev.npanel.ssl.certificate;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;

/** Asks for the end of a certificate and its key; refused while something serves it. */
public record DeleteCertificate(CertificateId id) implements Scoped {
    @Override
    public Scope scope() {
        return new Scope.Domain(id.domain());
    }
}
