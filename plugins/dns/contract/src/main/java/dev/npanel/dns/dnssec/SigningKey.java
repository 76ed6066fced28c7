package dev.npanel.dns.dnssec;

/**
 * A key of a zone, without its private part.
 *
 * @param tag the key tag (RFC 4034 appendix B)
 * @param algorithm the IANA mnemonic, {@code ECDSAP256SHA256}
 * @param active whether it signs
 * @param published whether it stands in the zone's DNSKEY records
 */
public record SigningKey(int tag, KeyRole role, String algorithm, boolean active, boolean published) {}
