package dev.npanel.ssl.certificate;

import java.time.Instant;
import java.util.List;

/**
 * What a certificate says of itself.
 *
 * @param names its DNS names
 * @param issuer for people: the common name, or else the whole name, of who signed it; characters that are not seen are taken out
 * @param selfSigned whether no authority stands behind it
 * @param key algorithm and size, {@code EC 256}
 * @param serial hexadecimal
 * @param fingerprint SHA-256 of the whole, hexadecimal
 */
public record CertificateInfo(
        CertificateId id,
        List<CertificateName> names,
        String issuer,
        boolean selfSigned,
        String key,
        Instant notBefore,
        Instant notAfter,
        String serial,
        String fingerprint) {
    public CertificateInfo {
        names = List.copyOf(names);
    }
}
