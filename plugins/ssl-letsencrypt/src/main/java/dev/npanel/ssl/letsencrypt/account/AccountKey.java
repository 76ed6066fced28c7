package dev.npanel.ssl.letsencrypt.account;

import dev.npanel.panel.key.SecretKeys;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.HexFormat;
import org.bouncycastle.crypto.ec.CustomNamedCurves;

/**
 * The key of the account with an authority, a P-256 key whose private half is this installation's secret of that name: nothing that
 * would have to be kept besides. Every directory has its own.
 */
public final class AccountKey {
    private static final String CURVE = "secp256r1";
    private static final int NAME_BYTES = 8;

    private AccountKey() {}

    /** The key for the authority with this directory. */
    public static KeyPair of(SecretKeys secrets, String directory) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(directory.getBytes(StandardCharsets.UTF_8));
            return pair(secrets.secret("ssl-acme-" + HexFormat.of().formatHex(hash, 0, NAME_BYTES)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static KeyPair pair(byte[] secret) throws GeneralSecurityException {
        AlgorithmParameters named = AlgorithmParameters.getInstance("EC");
        named.init(new ECGenParameterSpec(CURVE));
        ECParameterSpec curve = named.getParameterSpec(ECParameterSpec.class);
        // 1 to n - 1; the order is so close to 2^256 that no value is likelier than another by more than 2^-32
        BigInteger scalar = new BigInteger(1, secret)
                .mod(curve.getOrder().subtract(BigInteger.ONE))
                .add(BigInteger.ONE);
        org.bouncycastle.math.ec.ECPoint point =
                CustomNamedCurves.getByName(CURVE).getG().multiply(scalar).normalize();
        KeyFactory factory = KeyFactory.getInstance("EC");
        ECPoint affine = new ECPoint(
                point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger());
        return new KeyPair(
                factory.generatePublic(new ECPublicKeySpec(affine, curve)),
                factory.generatePrivate(new ECPrivateKeySpec(scalar, curve)));
    }
}
