package dev.npanel.agent.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The chain that joins the lines of the trail: each ends with the SHA-256 of the line before it (its hash) and its own
 * text. Nobody can change, take out or put in a line without computing all that follow anew; the agent's log names the
 * newest hash from time to time, so that this would be seen too.
 *
 * @param sequence the number of the last line
 * @param hash of the last line, in hexadecimal
 */
record Chain(long sequence, String hash) {
    private static final String MARK = ",\"hash\":\"";
    private static final String END = "\"}";
    private static final Pattern CONTINUED =
            Pattern.compile(".*\"event\":\"CONTINUED\",\"detail\":\"after ([0-9]{1,18}) ([0-9a-f]{64})\".*");
    private static final int HASH_LENGTH = 64;

    /** Before the first line. */
    static Chain start() {
        return new Chain(0, "0".repeat(HASH_LENGTH));
    }

    /** Before this line, the first that there is: either the first of all, or it says what was before it. */
    static Chain before(String line) {
        Matcher continued = CONTINUED.matcher(line);
        return continued.matches() ? new Chain(Long.parseLong(continued.group(1)), continued.group(2)) : start();
    }

    /** What the first line of a new file says, so that it can be verified when the older files are gone. */
    AuditEvent continued() {
        return AuditEvent.of(AuditEvent.Event.CONTINUED, "after " + sequence + " " + hash);
    }

    /** The line that follows, for an object whose final brace is not there yet. */
    String line(String open) {
        return open + MARK + next(open) + END;
    }

    /** The chain after that line. */
    Chain after(String open) {
        return new Chain(sequence + 1, next(open));
    }

    /** The chain after this line, if it is the one that follows. */
    Optional<Chain> verify(String line) {
        int mark = line.lastIndexOf(MARK);
        if (mark < 0) {
            return Optional.empty();
        }
        Chain after = after(line.substring(0, mark));
        boolean follows =
                line.equals(line(line.substring(0, mark))) && line.startsWith("{\"seq\":" + after.sequence() + ",");
        return follows ? Optional.of(after) : Optional.empty();
    }

    private String next(String open) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(hash.getBytes(StandardCharsets.US_ASCII));
            digest.update(open.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
