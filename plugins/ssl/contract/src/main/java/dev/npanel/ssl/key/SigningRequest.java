package dev.npanel.ssl.key;

import dev.npanel.ssl.certificate.CertificateId;

/**
 * A request to a certificate authority.
 *
 * @param csr PKCS #10 as PEM (RFC 2986)
 */
public record SigningRequest(CertificateId id, String csr) {}
