package dev.npanel.ssl.panel.check;

/**
 * One thing that was looked at.
 *
 * @param about {@code ipv4}, {@code ipv6}, {@code port-80}, {@code caa} or {@code zone}
 * @param message one sentence for people
 */
public record Finding(Status status, String about, String message) {
    /** In the order of getting worse. */
    public enum Status {
        OK,
        /** May keep an authority from issuing. */
        WARNING,
        /** Surely does. */
        FAILURE
    }

    static Finding ok(String about, String message) {
        return new Finding(Status.OK, about, message);
    }

    static Finding warning(String about, String message) {
        return new Finding(Status.WARNING, about, message);
    }

    static Finding failure(String about, String message) {
        return new Finding(Status.FAILURE, about, message);
    }
}
