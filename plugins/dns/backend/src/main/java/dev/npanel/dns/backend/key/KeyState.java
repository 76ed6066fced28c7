package dev.npanel.dns.backend.key;

import dev.npanel.dns.dnssec.KeyRole;

/**
 * A key, by name only: the private part never leaves the name server.
 *
 * @param id the server's number; 0 for a key that is to be made
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
    public boolean isAlive() {
        return active || published;
    }

    /** Whether it is to be made. */
    public boolean isNew() {
        return id == 0;
    }

    /** Whether it is this one. */
    public boolean names(HeldKey key) {
        return id == key.id() && tag == key.tag();
    }
}
