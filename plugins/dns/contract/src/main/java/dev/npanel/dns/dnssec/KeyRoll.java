package dev.npanel.dns.dnssec;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key roll on its way: pre-publication for a ZSK (RFC 7583 section 3.2.1), double DS for a KSK (section 3.3.2).
 *
 * @param role ZSK or KSK
 * @param since when this phase began
 * @param next the earliest time of the next step; null while it waits for somebody to say that the parent has the new DS
 * @param oldTag the key that goes
 * @param newTag the key that comes
 */
public record KeyRoll(
        KeyRole role, Phase phase, Instant since, @Nullable Instant next, int oldTag, int newTag) {

    /** How far a roll is. */
    public enum Phase {
        /** ZSK: the new key is published and does not sign yet; waits until every cache has it. */
        PUBLISHED,
        /** ZSK: the new key signs; the old is published until every cache has lost its signatures. */
        SIGNING,
        /** KSK: the new key exists; waits for the parent to have the DS of both. */
        DS_WANTED,
        /** KSK: the parent has both DS; waits until every cache has them. */
        DS_SEEN,
        /** KSK: the new key is in place of the old; waits until every cache has the new DNSKEY records. */
        SWAPPED,
        /** The roll is over; for a KSK the parent may drop the old DS. */
        DONE
    }
}
