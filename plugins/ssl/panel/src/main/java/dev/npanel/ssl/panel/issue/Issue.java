package dev.npanel.ssl.panel.issue;

import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.ssl.certificate.CertificateName;
import dev.npanel.ssl.certificate.CertificateNames;
import dev.npanel.ssl.key.KeyType;
import java.util.List;

/**
 * A certificate that is to be issued.
 *
 * @param autoRenew whether it is to be renewed from then on
 */
public record Issue(List<CertificateName> names, KeyType key, boolean autoRenew) {
    public Issue {
        names = CertificateNames.check(names);
    }

    /** What it is to be called. */
    public CertificateId id() {
        return CertificateId.of(names.get(0));
    }
}
