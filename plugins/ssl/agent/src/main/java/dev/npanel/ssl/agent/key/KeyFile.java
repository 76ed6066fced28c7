package dev.npanel.ssl.agent.key;

import dev.npanel.api.problem.Problem;
import dev.npanel.host.step.Content;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A private key as the content of a file: PKCS #8 in PEM (RFC 5958, RFC 7468). */
public final class KeyFile {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String END = "\n-----END PRIVATE KEY-----\n";
    private static final int LINE = 64;

    private KeyFile() {}

    /** The file of a key. */
    public static Content write(PrivateKey key) {
        String base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return Content.of(BEGIN + base64 + END);
    }

    /** The key of a file that {@link #write} has made. */
    public static PrivateKey read(Content file) {
        String text = new String(file.bytes(), StandardCharsets.US_ASCII);
        return decode(text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", ""));
    }

    /** The key in this base64 of its DER; refuses all that is no key of ours: EC or RSA, PKCS #8, without a password. */
    public static PrivateKey decode(String base64) {
        try {
            PKCS8EncodedKeySpec der =
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
            for (String algorithm : new String[] {"EC", "RSA"}) {
                PrivateKey key = parse(algorithm, der);
                if (key != null) {
                    return key;
                }
            }
        } catch (IllegalArgumentException notBase64) {
            throw refuse();
        }
        throw refuse();
    }

    private static @Nullable PrivateKey parse(String algorithm, PKCS8EncodedKeySpec der) {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(der);
        } catch (GeneralSecurityException another) {
            return null;
        }
    }

    /** Says nothing of the key but that it is none. */
    private static RuntimeException refuse() {
        return Problem.invalid("key", "must be an EC or RSA key: PKCS #8, not encrypted")
                .asException();
    }
}
