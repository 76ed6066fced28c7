package dev.npanel.itests.host;

import java.util.List;

/** How a program ended. */
public record Outcome(List<String> command, int status, String output, String errors) {
    /** What it printed, when it ended well. */
    public String ok() {
        if (status != 0) {
            throw new AssertionError(command + " ended with " + status + "\n" + output + errors);
        }
        return output;
    }

    /** Whether it ended well. */
    public boolean isOk() {
        return status == 0;
    }
}
