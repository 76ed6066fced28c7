package dev.npanel.ssl.panel.certificate;

import dev.npanel.api.value.Secret;
import dev.npanel.api.value.Text;
import dev.npanel.api.value.TextValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private key in PEM, as it arrives, in whichever of the forms that openssl has written over the years; never shown, and in no
 * answer. */
public record PrivateKeyText(String text) implements TextValue {
    private static final int MAX_LENGTH = 8192;
    private static final String ENCRYPTED = "ENCRYPTED";
    /** PKCS #8, PKCS #1 or SEC 1; what openssl ecparam writes before the last says nothing that is not in it. */
    private static final Pattern KEY = Pattern.compile(
            "\\s*(?:-----BEGIN EC PARAMETERS-----[A-Za-z0-9+/=\\s]+-----END EC PARAMETERS-----\\s+)?"
                    + "-----BEGIN (|RSA |EC )PRIVATE KEY-----\\s+([A-Za-z0-9+/=\\s]+?)\\s*-----END \\1PRIVATE KEY-----\\s*");

    public PrivateKeyText {
        if (text.contains(ENCRYPTED)) {
            throw Text.refuse("must not be encrypted: openssl pkey -in key.pem -out plain.pem takes the password off");
        }
        if (text.length() > MAX_LENGTH || !KEY.matcher(text).matches()) {
            throw Text.refuse(
                    "must be one key in PEM, PKCS #8, PKCS #1 or SEC 1: openssl pkey -in key.any -out key.pem makes"
                            + " it PKCS #8");
        }
    }

    Secret secret() {
        Matcher matcher = KEY.matcher(text);
        return new Secret(matcher.matches() ? matcher.group(2).replaceAll("\\s", "") : text);
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
