package dev.npanel.ssl.panel.certificate;

import dev.npanel.ssl.certificate.CertificateName;
import dev.npanel.ssl.certificate.Chain;
import dev.npanel.ssl.certificate.UploadCertificate;
import java.util.List;

/**
 * A certificate from elsewhere, as somebody sends it.
 *
 * @param names what it is to be good for; the first names it
 * @param chain PEM, the certificate first
 * @param key PKCS #8 as PEM, not encrypted
 */
public record Upload(List<CertificateName> names, Chain chain, PrivateKeyText key) {

    /** For the agent: a secret from here on. */
    UploadCertificate request() {
        return new UploadCertificate(names, chain, key.secret());
    }

    /**
     * A certificate for a request of ours.
     *
     * @param chain PEM, the certificate first
     */
    public record Signed(Chain chain) {}
}
