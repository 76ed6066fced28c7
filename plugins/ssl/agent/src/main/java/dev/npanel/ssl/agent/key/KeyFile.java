package dev.npanel.ssl.agent.key;

import dev.npanel.api.problem.Problem;
import dev.npanel.host.step.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
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

    /** The key in this base64 of its DER; refuses all that is no key of ours: EC or RSA, in PKCS #8, PKCS #1 or SEC 1, without a
     * password. */
    public static PrivateKey decode(String base64) {
        try {
            byte[] der = Base64.getDecoder().decode(base64);
            for (byte[] form : forms(der)) {
                for (String algorithm : new String[] {"EC", "RSA"}) {
                    PrivateKey key = parse(algorithm, new PKCS8EncodedKeySpec(form));
                    if (key != null) {
                        return key;
                    }
                }
            }
        } catch (IllegalArgumentException notBase64) {
            throw refuse();
        }
        throw refuse();
    }

    /** The key as PKCS #8, if it is that, and as what it may be if it is not. */
    private static List<byte[]> forms(byte[] der) {
        List<byte[]> forms = new ArrayList<>(List.of(der));
        try {
            AlgorithmIdentifier rsa = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
            ASN1Primitive value = ASN1Primitive.fromByteArray(der);
            forms.add(new PrivateKeyInfo(rsa, value).getEncoded());
            ASN1Encodable curve = ECPrivateKey.getInstance(value).getParametersObject();
            if (curve != null) {
                AlgorithmIdentifier ec = new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve);
                forms.add(new PrivateKeyInfo(ec, value).getEncoded());
            }
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException another) {
            return forms;
        }
        return forms;
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
        return Problem.invalid("key", "must be an EC or RSA key in PKCS #8, PKCS #1 or SEC 1, not encrypted")
                .asException();
    }
}
