package dev.npanel.dns.panel.dnssec;

import dev.npanel.api.problem.Problem;
import dev.npanel.dns.dnssec.DnssecInfo;
import dev.npanel.dns.dnssec.KeyRole;
import dev.npanel.panel.job.JobView;
import org.jspecify.annotations.Nullable;

/** The bodies of requests about signing, and of the answer that has a job in it. */
public final class SigningWishes {
    private SigningWishes() {}

    /** @param nsec3 whether names that do not exist are denied by hashes; null for no */
    public record Enable(@Nullable Boolean nsec3) {}

    /**
     * @param role KSK or ZSK
     * @param propagation seconds until every name server of the zone has a change, 0 to 604,800; null for 300
     */
    public record Rotate(KeyRole role, @Nullable Integer propagation) {
        public Rotate {
            if (role == KeyRole.CSK) {
                throw Problem.invalid("role", "must be KSK or ZSK").asException();
            }
        }
    }

    /** @param dsTtl the TTL of the DS records at the parent in seconds, 0 to 604,800; null for 86,400 */
    public record DsSeen(@Nullable Integer dsTtl) {}

    /**
     * A roll that has begun.
     *
     * @param job what takes it on; null when an earlier roll's job does
     */
    public record RollStarted(DnssecInfo dnssec, @Nullable JobView job) {}
}
