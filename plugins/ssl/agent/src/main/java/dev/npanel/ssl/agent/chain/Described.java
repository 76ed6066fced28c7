package dev.npanel.ssl.agent.chain;

import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.ssl.certificate.CertificateInfo;
import dev.npanel.ssl.certificate.CertificateName;
import dev.npanel.ssl.certificate.CertificateNames;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** What a certificate says, as values. Whoever signed it may have written anything into it. */
public final class Described {
    private static final int LONGEST = 200;

    private Described() {}

    /** A certificate for people. */
    public static CertificateInfo of(CertificateId id, X509Certificate certificate) {
        return new CertificateInfo(
                id,
                names(certificate),
                issuer(certificate),
                certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal()),
                key(certificate.getPublicKey()),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                certificate.getSerialNumber().toString(16),
                fingerprint(certificate));
    }

    /** The DNS names it is for; those that are none of ours are left out. */
    public static List<CertificateName> names(X509Certificate certificate) {
        return CertificateNames.of(certificate);
    }

    private static String issuer(X509Certificate certificate) {
        String whole = certificate.getIssuerX500Principal().getName();
        String name = commonName(whole).orElse(whole);
        String seen = name.codePoints()
                .filter(Described::isSeen)
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return seen.isBlank() ? "-" : seen;
    }

    private static Optional<String> commonName(String distinguished) {
        try {
            return new LdapName(distinguished)
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase("CN") && rdn.getValue() instanceof String)
                            .map(Rdn::getValue)
                            .map(String.class::cast)
                            .findFirst();
        } catch (InvalidNameException strange) {
            return Optional.empty();
        }
    }

    private static boolean isSeen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String key(PublicKey key) {
        if (key instanceof RSAKey rsa) {
            return "RSA " + rsa.getModulus().bitLength();
        }
        return key instanceof ECKey ec ? "EC " + ec.getParams().getOrder().bitLength() : key.getAlgorithm();
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
