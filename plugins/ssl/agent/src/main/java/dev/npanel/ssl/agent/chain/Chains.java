package dev.npanel.ssl.agent.chain;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.ssl.agent.key.Keys;
import dev.npanel.ssl.certificate.CertificateName;
import dev.npanel.ssl.certificate.CertificateNames;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Chains of certificates: what every one that is served has to keep, so that no daemon stumbles over it. */
public final class Chains {
    private static final int MAX_LENGTH = 10;
    private static final int LEAST_RSA = 2048;
    /** An authority's clock may be ahead of ours. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private Chains() {}

    /** The certificates in a text of PEM, in its order. */
    public static List<X509Certificate> read(String pem) {
        try {
            List<X509Certificate> chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (chain.isEmpty() || chain.size() > MAX_LENGTH) {
                throw refuse("chain", "must be 1 to " + MAX_LENGTH + " certificates");
            }
            return chain;
        } catch (CertificateException broken) {
            throw refuse("chain", "must be certificates in PEM");
        }
    }

    /** Refuses a chain that is not whole, in order, strong, valid now, good for the names, and of this key. */
    public static void check(List<X509Certificate> chain, PrivateKey key, List<CertificateName> names, Instant now) {
        X509Certificate own = chain.get(0);
        if (!Keys.fit(key, own.getPublicKey())) {
            throw refuse("key", "must be the key of the certificate, which comes first");
        }
        for (int i = 0; i + 1 < chain.size(); i++) {
            checkSigned(chain.get(i), chain.get(i + 1));
        }
        for (X509Certificate each : chain) {
            checkStrength(each);
            if (each.getNotAfter().toInstant().isBefore(now)) {
                throw refuse("chain", "must not have expired");
            }
        }
        if (own.getNotBefore().toInstant().minus(SKEW).isAfter(now)) {
            throw refuse("chain", "must be valid already");
        }
        List<CertificateName> certified = Described.names(own);
        if (!names.stream().allMatch(name -> CertificateNames.cover(certified, name))) {
            throw refuse("chain", "must be good for every name that is asked for");
        }
    }

    private static void checkSigned(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
        } catch (GeneralSecurityException another) {
            throw refuse("chain", "must be in order, each certificate signed by the next");
        }
        if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                || issuer.getBasicConstraints() < 0) {
            throw refuse("chain", "must be in order, each certificate issued by the next, which is an authority's");
        }
    }

    private static void checkStrength(X509Certificate certificate) {
        String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        if (algorithm.startsWith("MD") || algorithm.startsWith("SHA1")) {
            throw refuse("chain", "must be signed with SHA-256 or better");
        }
        if (certificate.getPublicKey() instanceof RSAKey rsa && rsa.getModulus().bitLength() < LEAST_RSA) {
            throw refuse("chain", "must have RSA keys of " + LEAST_RSA + " bits or more");
        }
    }

    private static ProblemException refuse(String field, String rule) {
        return Problem.invalid(field, rule).asException();
    }
}
