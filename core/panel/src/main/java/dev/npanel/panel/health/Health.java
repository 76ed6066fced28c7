package dev.npanel.panel.health;

/**
 * How something is.
 *
 * @param detail one sentence for the administrator, without secrets
 */
public record Health(Status status, String detail) {
    /** In the order of getting worse. */
    public enum Status {
        UP,
        /** Works, in part. */
        DEGRADED,
        DOWN
    }

    public static Health up(String detail) {
        return new Health(Status.UP, detail);
    }

    public static Health degraded(String detail) {
        return new Health(Status.DEGRADED, detail);
    }

    public static Health down(String detail) {
        return new Health(Status.DOWN, detail);
    }
}
