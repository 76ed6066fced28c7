package dev.npanel.dns.backend.key;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.backend.server.Zone;
import dev.npanel.host.step.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a backend's name server signs its zones. Implemented by the backend and registered as an OSGi service of this type.
 * Thread-safe. It switches keys on and off when it is told to; when, is decided here, by what caches may hold.
 */
public interface KeyServer {
    /** How a zone is signed; {@code NOT_FOUND dns.zone.unknown} when there is none. */
    Signed signed(DomainName zone);

    /** How a zone is signed that the backend has just read: what that has told already need not be asked for again. */
    default Signed signed(Zone zone) {
        return signed(zone.info().zone());
    }

    /** As {@link #signed(DomainName)}, of a zone that is changed here, otherwise {@code CONFLICT dns.zone.secondary}. */
    Signed changeable(DomainName zone);

    /** How long resolvers keep the zone's DNSKEY records. */
    Duration keyTtl(DomainName zone);

    /** How long resolvers keep anything of the zone, and so its signature. */
    Duration longestTtl(DomainName zone);

    /**
     * The steps that note a roll and change the keys: the keys last, since what they lose cannot be brought back.
     *
     * @param note one line to be kept with the zone, or null to keep none
     * @param wanted null to leave the keys alone
     */
    List<Step> steps(Signed present, @Nullable String note, @Nullable KeysState wanted);

    /**
     * How a zone is signed.
     *
     * @param nsec3 the NSEC3PARAM, or empty for NSEC
     * @param keys the oldest first
     * @param note what was noted of a roll
     */
    record Signed(DomainName zone, String nsec3, List<HeldKey> keys, Optional<String> note) {
        public Signed {
            keys = List.copyOf(keys);
        }
    }
}
