package dev.npanel.dns.backend.carry;

import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.Secret;
import dev.npanel.dns.carry.CarriedZone;
import java.net.InetSocketAddress;
import java.util.Map;

/**
 * What a backend brings so that its zones can be carried, beside its name server and key server. Registered as an OSGi service of
 * this type in the backend's carrier only. Thread-safe; a server that does not answer ends in {@code Away}.
 */
public interface Carriage {
    /** The last part of the backend's name, {@code bind}. */
    String server();

    /** Where the server answers at the moment, by TCP. */
    InetSocketAddress address();

    /** The files and the unit of its daemon. */
    Quarters quarters();

    /** See {@link dev.npanel.dns.carry.ZoneSource#secrets}. */
    Map<Integer, Secret> secrets(DomainName zone);

    /**
     * Makes a zone that is not here, with all it has but the note of a roll, and returns when it is served and signed. What a call that
     * was cut off has left before there was a zone is in nobody's way.
     */
    void make(CarriedZone zone, Map<Integer, Secret> secrets);

    /** Notes a key roll. */
    void note(DomainName zone, String roll);

    /** Ends a zone with its keys; nothing to do when there is none. */
    void remove(DomainName zone);
}
