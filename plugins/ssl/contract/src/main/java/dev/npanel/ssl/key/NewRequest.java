package dev.npanel.ssl.key;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.ssl.certificate.CertificateName;
import dev.npanel.ssl.certificate.CertificateNames;
import java.util.List;

/** Asks for a new key, kept beside the one in use until its certificate is installed, and a request to have it certified. */
public record NewRequest(List<CertificateName> names, KeyType key) implements Scoped {
    public NewRequest {
        names = CertificateNames.check(names);
    }

    /** What the certificate is to be called. */
    public CertificateId id() {
        return CertificateId.of(names.get(0));
    }

    @Override
    public Scope scope() {
        return CertificateNames.scope(names);
    }
}
