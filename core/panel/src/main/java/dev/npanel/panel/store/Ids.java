package dev.npanel.panel.store;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;

/** Makes ids and tokens that cannot be guessed. Thread-safe. */
public final class Ids {
    private static final int TOKEN_BYTES = 32;
    private static final int TIME_DIGITS = 9;
    private static final int RADIX = 36;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    public Ids(Clock clock) {
        this.clock = clock;
    }

    /** 25 characters of 0-9 and a-z: the time in milliseconds, so that ids sort by it, and 82 random bits. */
    public String next() {
        String time = Long.toString(clock.millis(), RADIX);
        StringBuilder id = new StringBuilder("0".repeat(TIME_DIGITS - time.length())).append(time);
        for (int i = 0; i < 16; i++) {
            id.append(Character.forDigit(random.nextInt(RADIX), RADIX));
        }
        return id.toString();
    }

    /** 256 random bits as 43 characters that are safe in URLs, after a prefix that says what the token is for. */
    public String token(String prefix) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
