package dev.npanel.ssl.use;

import dev.npanel.api.value.AbsolutePath;
import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.ssl.challenge.Token;

/** Where certificates are on the host: what configurations refer to. The paths of a certificate stay through its renewals. */
public final class CertificateFiles {
    /** A directory for each certificate, for root only. */
    public static final AbsolutePath CERTIFICATES = new AbsolutePath("/var/lib/npanel/ssl");
    /** What a web server has to answer {@code /.well-known/acme-challenge/} from, whichever name it is asked by. */
    public static final AbsolutePath CHALLENGES = new AbsolutePath("/var/lib/npanel/acme-challenge");

    /** The file of the certificate and those above it, in the certificate's directory. */
    public static final String CHAIN = "chain.pem";

    private CertificateFiles() {}

    /** The certificate's directory. */
    public static AbsolutePath directory(CertificateId id) {
        return CERTIFICATES.child(id.text());
    }

    /** The private key: PEM, PKCS #8, root's only. */
    public static AbsolutePath key(CertificateId id) {
        return directory(id).child("key.pem");
    }

    /** The certificate and those above it, PEM. */
    public static AbsolutePath chain(CertificateId id) {
        return directory(id).child(CHAIN);
    }

    /** The name of the lock under which it changes, or comes to be used. */
    public static String lock(CertificateId id) {
        return "ssl:certificate:" + id;
    }

    /** The answer to a challenge. */
    public static AbsolutePath challenge(Token token) {
        return CHALLENGES.child(token.text());
    }
}
