package dev.npanel.ssl.certificate;

/**
 * A certificate with its chain, and never its key.
 *
 * @param chain PEM, the certificate itself first
 */
public record StoredCertificate(CertificateInfo certificate, String chain) {}
