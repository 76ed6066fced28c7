package dev.npanel.ssl.panel.certificate;

import dev.npanel.api.value.Secret;
import dev.npanel.api.value.Text;
import dev.npanel.api.value.TextValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private key in PEM, as it arrives; never shown, and in no answer. */
public record PrivateKeyText(String text) implements TextValue {
    private static final int MAX_LENGTH = 8192;
    private static final Pattern PKCS8 = Pattern.compile(
            "\\s*-----BEGIN PRIVATE KEY-----\\s+([A-Za-z0-9+/=\\s]+?)\\s*-----END PRIVATE KEY-----\\s*");

    public PrivateKeyText {
        if (text.length() > MAX_LENGTH || !PKCS8.matcher(text).matches()) {
            throw Text.refuse("must be one key in PEM: PKCS #8, not encrypted");
        }
    }

    Secret secret() {
        Matcher matcher = PKCS8.matcher(text);
        return new Secret(matcher.matches() ? matcher.group(1).replaceAll("\\s", "") : text);
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
