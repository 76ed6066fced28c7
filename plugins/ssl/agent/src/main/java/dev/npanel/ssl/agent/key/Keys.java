package dev.npanel.ssl.agent.key;

import dev.npanel.ssl.key.KeyType;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;

/** Makes keys, and says whether two halves are of one. */
public final class Keys {
    private static final byte[] SAMPLE =
            "signed and verified to see whether two keys fit".getBytes(StandardCharsets.US_ASCII);

    private Keys() {}

    /** A new key. */
    public static KeyPair make(KeyType type) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(type == KeyType.EC256 ? "EC" : "RSA");
            generator.initialize(parameters(type));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The algorithm that a key signs with. */
    public static String signature(PrivateKey key) {
        return key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
    }

    /** Whether they are the two halves of one key. */
    public static boolean fit(PrivateKey key, PublicKey other) {
        if (!key.getAlgorithm().equals(other.getAlgorithm())) {
            return false;
        }
        try {
            Signature signing = Signature.getInstance(signature(key));
            signing.initSign(key);
            signing.update(SAMPLE);
            byte[] signed = signing.sign();
            Signature verifying = Signature.getInstance(signature(key));
            verifying.initVerify(other);
            verifying.update(SAMPLE);
            return verifying.verify(signed);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        } catch (GeneralSecurityException unusable) {
            return false;
        }
    }

    private static AlgorithmParameterSpec parameters(KeyType type) {
        return switch (type) {
            case EC256 -> new ECGenParameterSpec("secp256r1");
            case RSA2048 -> new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4);
            case RSA3072 -> new RSAKeyGenParameterSpec(3072, RSAKeyGenParameterSpec.F4);
            case RSA4096 -> new RSAKeyGenParameterSpec(4096, RSAKeyGenParameterSpec.F4);
        };
    }
}
