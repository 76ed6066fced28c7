package dev.npanel.dns.bind.wire;

/**
 * What the control channel says to a command.
 *
 * @param error named's word for what went wrong, or empty
 * @param text what it has to say, or empty
 */
public record Reply(String error, String text) {
    /** Whether it was done. */
    public boolean isGood() {
        return error.isEmpty();
    }

    /** Whether it went wrong for that reason. */
    public boolean says(String reason) {
        return error.contains(reason) || text.contains(reason);
    }
}
