package dev.npanel.dns.zone;

/** How a zone reaches its other name servers. */
public enum ZoneType {
    /** By the daemon's own storage; no transfers. */
    NATIVE,
    /** This is the primary: secondaries are notified and transfer the zone. */
    PRIMARY
}
