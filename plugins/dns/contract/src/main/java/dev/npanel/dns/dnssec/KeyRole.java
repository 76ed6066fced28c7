package dev.npanel.dns.dnssec;

/** What a key signs (RFC 6781 section 3.1). */
public enum KeyRole {
    /** The key signing key: signs the keys; the parent's DS names it. */
    KSK,
    /** The zone signing key: signs everything else. */
    ZSK,
    /** Both in one. */
    CSK
}
