package dev.npanel.dns.backend.key;

import dev.npanel.dns.dnssec.KeyRole;
import dev.npanel.dns.dnssec.SigningKey;

/**
 * A key without its private part.
 *
 * @param id the server's number for it; may be used again for another key when this one is gone
 * @param csk whether it signs everything because there is no ZSK
 */
public record HeldKey(long id, Dnskey dnskey, String algorithm, boolean csk, boolean active, boolean published) {
    /** What new keys are made for. */
    public static final String ALGORITHM = "ECDSAP256SHA256";

    /** KSK or ZSK, by the flag of the key itself. */
    public KeyRole role() {
        return dnskey.isEntryPoint() ? KeyRole.KSK : KeyRole.ZSK;
    }

    /** Whether anybody outside can know of it. A dead key is left over, or the new one of a roll that waits for its DS. */
    public boolean isAlive() {
        return active || published;
    }

    /** The key tag. */
    public int tag() {
        return dnskey.tag();
    }

    /** What the contract tells of it. */
    public SigningKey info() {
        return new SigningKey(tag(), csk ? KeyRole.CSK : role(), algorithm, active, published);
    }

    /** What an effect keeps of it. */
    public KeyState state() {
        return new KeyState(id, tag(), role(), active, published);
    }
}
