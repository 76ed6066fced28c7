package dev.npanel.dns.carry;

import dev.npanel.dns.dnssec.KeyRole;

/**
 * A key of a carried zone, without its private part.
 *
 * @param tag the key tag (RFC 4034 appendix B)
 * @param role KSK or ZSK, by the flag of the key itself
 * @param dnskey the data of its DNSKEY record in presentation format
 */
public record CarriedKey(int tag, KeyRole role, String dnskey, boolean active, boolean published) {}
