package dev.npanel.panel.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The chain of hashes: each line's is the SHA-256 over the hash before it, its number and its fields, every field with its
 * length before it, so that nothing can be moved from one field to the next. A line that is changed, removed or put in breaks
 * the chain from there on.
 */
final class Chain {
    /** What stands before the first line. */
    static final String GENESIS = "0".repeat(64);

    private Chain() {}

    static String next(String before, long seq, Line line) {
        MessageDigest digest = sha256();
        add(digest, before);
        add(digest, Long.toString(seq));
        add(digest, Long.toString(line.at()));
        add(digest, line.phase().name());
        add(digest, line.intent() == null ? null : line.intent().toString());
        add(digest, line.actor().request());
        add(digest, line.actor().account());
        add(digest, line.actor().role());
        add(digest, line.actor().from());
        add(digest, line.action());
        add(digest, line.target());
        add(digest, line.outcome());
        add(digest, line.change());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, @Nullable String field) {
        byte[] bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(field == null ? -1 : bytes.length)
                .array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
