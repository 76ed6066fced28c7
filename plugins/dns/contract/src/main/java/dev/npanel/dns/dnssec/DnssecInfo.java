package dev.npanel.dns.dnssec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a zone is signed.
 *
 * @param ds the DS records that the parent should have now, in presentation format without owner, SHA-256 digests; in a KSK
 *     roll those of both keys
 * @param roll the roll on its way, or null
 */
public record DnssecInfo(
        boolean signed,
        List<SigningKey> keys,
        List<String> ds,
        @Nullable KeyRoll roll) {
    public DnssecInfo {
        keys = List.copyOf(keys);
        ds = List.copyOf(ds);
    }
}
