package dev.npanel.ssl.certificate;

import dev.npanel.api.value.Text;

/** What may be in a text of PEM (RFC 7468): bounds and characters; what it means is for those to say who read it. */
final class Pem {
    private static final int MAX_LENGTH = 256 * 1024;

    private Pem() {}

    static String check(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            throw Text.refuse("must have 1 to " + MAX_LENGTH + " characters");
        }
        if (!text.chars()
                .allMatch(each -> each == '\n' || each == '\r' || each == '\t' || (each >= ' ' && each < 0x7f))) {
            throw Text.refuse("must be PEM");
        }
        if (!text.contains("-----BEGIN ")) {
            throw Text.refuse("must be PEM, from -----BEGIN to -----END");
        }
        return text;
    }
}
