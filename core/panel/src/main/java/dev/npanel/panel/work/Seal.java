package dev.npanel.panel.work;

import dev.npanel.panel.store.Keys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Ties a job's order to the account that gave it: an HMAC-SHA256 with a key that is not in the database, so that a row that
 * somebody wrote or changed there is not carried out.
 */
final class Seal {
    private static final String ALGORITHM = "HmacSHA256";

    private final Keys keys;

    Seal(Keys keys) {
        this.keys = keys;
    }

    String over(String id, String type, String subject, String accountId, String payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(keys.key("job"), ALGORITHM));
            for (String field : List.of(id, type, subject, accountId, payload)) {
                byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                mac.update(bytes);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (NoSuchAlgorithmException | InvalidKeyException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    boolean holds(Job job) {
        String whole = over(job.id(), job.type(), job.subject(), job.accountId(), job.payload());
        return MessageDigest.isEqual(
                whole.getBytes(StandardCharsets.US_ASCII), job.seal().getBytes(StandardCharsets.US_ASCII));
    }
}
