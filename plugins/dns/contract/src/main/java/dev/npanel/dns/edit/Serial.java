package dev.npanel.dns.edit;

/** Serial numbers of zones: a circle of 2^32 in which every number has later ones (RFC 1982). */
public final class Serial {
    private static final long MODULUS = 1L << 32;
    private static final long HALF = 1L << 31;

    private Serial() {}

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
