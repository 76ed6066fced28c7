package dev.npanel.dns.backend.server;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.zone.CreateZone;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.host.step.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The name server of a backend, as the actions of the kind see it: what it has can be read, and what is to become of it
 * is told in steps. Implemented by the backend and registered as an OSGi service of this type. Thread-safe; a server that does
 * not answer ends in {@link Away}, within seconds.
 */
public interface NameServer {
    /** What the contract tells of a zone, without reading its records. */
    Optional<ZoneInfo> info(DomainName zone);

    /**
     * Zones that are changed here, in the order of their names; those copied from other servers are left out. What somebody else
     * has made in the last seconds, another plugin too, may be missing, unlike in {@link #names}.
     *
     * @param wanted of which names
     * @param most the first so many
     */
    List<ZoneInfo> infos(Predicate<DomainName> wanted, int most);

    /** The names of all zones that are changed here, in no order. A server that knows them without looking at each zone says so. */
    default Stream<DomainName> names() {
        return infos(zone -> true, Integer.MAX_VALUE).stream().map(ZoneInfo::zone);
    }

    /** A zone with all its records. */
    Optional<Zone> zone(DomainName zone);

    /** A zone with every record set of these names, and maybe others; empty when there is no such zone. */
    Optional<Zone> zone(DomainName zone, Set<RecordName> names);

    /**
     * The step that makes a zone.
     *
     * @param sets its records but the SOA, which keep the contract's rules
     */
    Step creating(CreateZone request, List<RecordSet> sets);

    /** The step that ends a zone. */
    Step deleting(DomainName zone);
}
