package dev.npanel.dns.edit;

import java.time.Instant;

/** Serial numbers of zones: a circle of 2^32 in which every number has later ones (RFC 1982). */
public final class Serial {
    private static final long MODULUS = 1L << 32;
    private static final long HALF = 1L << 31;

    private Serial() {}

    /**
     * The serial of a zone that is made at this time, the seconds since 1970: of two zones of one name the one that was made later has
     * the later serial, so that secondaries that had the first take the second.
     */
    public static long at(Instant time) {
        return Math.floorMod(time.getEpochSecond(), MODULUS);
    }

    /** The next serial. */
    public static long next(long serial) {
        return (serial + 1) % MODULUS;
    }

    /** Whether {@code serial} comes after {@code other}; two numbers just half the circle apart are not ordered. */
    public static boolean isAfter(long serial, long other) {
        long distance = Math.floorMod(serial - other, MODULUS);
        return distance > 0 && distance < HALF;
    }

    /** The wanted serial when it comes after the present one, otherwise the next. */
    public static long raise(long present, long wanted) {
        return isAfter(wanted, present) ? wanted : next(present);
    }
}
