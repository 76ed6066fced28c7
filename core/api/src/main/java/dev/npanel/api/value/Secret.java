package dev.npanel.api.value;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A password, key or token. Never shown: {@link #toString()} hides it, no codec writes it into an answer, a log, a journal
 * or the audit trail. Compared in constant time.
 */
public final class Secret {
    private static final int MAX_LENGTH = 4096;

    private final String text;

    /** @param text 1 to 4,096 visible characters */
    public Secret(String text) {
        this.text = Text.line(text, MAX_LENGTH);
    }

    /** The secret itself; every caller of this method is a place to look at in a review. */
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret
                && MessageDigest.isEqual(
                        text.getBytes(StandardCharsets.UTF_8), secret.text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
