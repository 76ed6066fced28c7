package dev.npanel.panel.key;

/**
 * Secret keys for plugins, by which what they have to hide or sign is derived: each is made at random when it is first asked for, kept
 * in a file that only the panel's user can read, and never leaves the machine. An OSGi service of the core; thread-safe.
 */
public interface SecretKeys {
    /**
     * The secret of this name, 32 bytes; none of the panel's own.
     *
     * @param name kind first, {@code ssl-account}: small letters, digits and hyphens, at most 64
     */
    byte[] secret(String name);
}
