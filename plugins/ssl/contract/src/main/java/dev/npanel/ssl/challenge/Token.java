package dev.npanel.ssl.challenge;

import dev.npanel.api.value.Text;
import dev.npanel.api.value.TextValue;
import java.util.regex.Pattern;

/** What a certificate authority calls a challenge (RFC 8555 section 8.3): base64url, and so the name of a file. */
public record Token(String text) implements TextValue {
    private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]{16,128}");

    public Token {
        if (!BASE64URL.matcher(text).matches()) {
            throw Text.refuse("must be base64url of 16 to 128 characters");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
