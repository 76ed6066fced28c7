package dev.npanel.dns.powerdns.key;

import dev.npanel.dns.dnssec.KeyRole;

/**
 * A key, by name only: the private part never leaves PowerDNS.
 *
 * @param id PowerDNS's number; 0 for a key that is to be made
 * @param tag the key tag; 0 for a key that is to be made
 */
public record KeyState(long id, int tag, KeyRole role, boolean active, boolean published) {
    /** A key that is not there yet. */
    public static KeyState wanted(KeyRole role, boolean active, boolean published) {
        return new KeyState(0, 0, role, active, published);
    }

    /** The same key with other flags. */
    public KeyState with(boolean nowActive, boolean nowPublished) {
        return new KeyState(id, tag, role, nowActive, nowPublished);
    }

    /** Whether anybody outside can know of it. */
    boolean isAlive() {
        return active || published;
    }

    boolean isNew() {
        return id == 0;
    }

    boolean names(PdnsKey key) {
        return id == key.id() && tag == key.tag();
    }
}
