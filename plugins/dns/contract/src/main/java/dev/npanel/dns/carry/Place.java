package dev.npanel.dns.carry;

/** Where a name server of this host is. */
public enum Place {
    /** It runs and answers on port 53, also after a restart. */
    SERVING,
    /** It runs and answers on a port of the loopback that nobody else knows. */
    STANDBY,
    /** It does not run. */
    RESTING
}
