package dev.npanel.ssl.certificate;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.Secret;
import java.util.List;

/**
 * Asks to keep and serve a certificate that was made elsewhere.
 *
 * @param names what it is to be good for; the first names it
 * @param key DER in base64: PKCS #8, or PKCS #1 (RFC 8017) or SEC 1 (RFC 5915), not encrypted
 */
public record UploadCertificate(List<CertificateName> names, Chain chain, Secret key) implements Scoped {
    public UploadCertificate {
        names = CertificateNames.check(names);
    }

    /** What it is to be called. */
    public CertificateId id() {
        return CertificateId.of(names.get(0));
    }

    @Override
    public Scope scope() {
        return CertificateNames.scope(names);
    }
}
