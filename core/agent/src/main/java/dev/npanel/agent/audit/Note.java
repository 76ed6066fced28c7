package dev.npanel.agent.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the agent's log says about the trail, from time to time: the number and the hash of what was its newest line then.
 *
 * @param at when that was logged
 */
record Note(Instant at, long number, String hash) {
    private static final Pattern LOGGED =
            Pattern.compile("([0-9]{1,11})\\.[0-9]+ .*audit trail is at ([0-9]{1,18}) ([0-9a-f]{64})");

    /** The note in a line of {@code journalctl --output=short-unix}, if there is one. */
    static Optional<Note> of(String line) {
        Matcher logged = LOGGED.matcher(line);
        return logged.matches()
                ? Optional.of(new Note(
                        Instant.ofEpochSecond(Long.parseLong(logged.group(1))),
                        Long.parseLong(logged.group(2)),
                        logged.group(3)))
                : Optional.empty();
    }

    /** Whether this is of a line; there is none before the first. */
    boolean isOfLine() {
        return number > 0;
    }
}
