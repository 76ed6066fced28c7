package dev.npanel.dns.carry;

import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.Secret;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;

/**
 * Gives the zones of one name server away, whole. Each carrier registers one as an OSGi service of this type, in the agent only:
 * private keys go from the one to the other within the process, through no file, journal or message. Thread-safe.
 */
public interface ZoneSource {
    /** Whose zones: the last part of the backend's name, {@code bind}. */
    String server();

    /** Where the server answers at the moment, by TCP. */
    InetSocketAddress address();

    /**
     * All there is of a zone that is changed here.
     *
     * @throws dev.npanel.api.problem.ProblemException {@code CONFLICT dns.carry.not-carried} when it has what the contract cannot express
     */
    Optional<CarriedZone> zone(DomainName zone);

    /** The private parts of the zone's keys by their tags: the lines of the private-key format of BIND, {@code |} between them. */
    Map<Integer, Secret> secrets(DomainName zone);
}
