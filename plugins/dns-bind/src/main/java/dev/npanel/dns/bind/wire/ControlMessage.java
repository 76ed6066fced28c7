package dev.npanel.dns.bind.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The messages of named's control channel: a version, and a table of names with texts or tables. The table {@code _auth} comes
 * first and holds the HMAC of all that follows it.
 */
final class ControlMessage {
    private static final int VERSION = 1;
    private static final int BINARY = 1;
    private static final int TABLE = 2;
    private static final int LIST = 3;
    private static final int HMAC_SHA256 = 163;
    private static final int SIGNATURE = 88;
    private static final int MAX_DEPTH = 4;

    private final BindKey key;

    ControlMessage(BindKey key) {
        this.key = key;
    }

    /** The message with its length and signature. */
    byte[] write(Map<String, Object> message) throws IOException {
        byte[] body = bytes(message);
        byte[] signature = new byte[1 + SIGNATURE];
        signature[0] = (byte) HMAC_SHA256;
        byte[] mac = Base64.getEncoder().encode(mac(body));
        System.arraycopy(mac, 0, signature, 1, mac.length);
        byte[] auth = bytes(Map.of("_auth", Map.of("hsha", signature)));
        return ByteBuffer.allocate(8 + auth.length + body.length)
                .putInt(4 + auth.length + body.length)
                .putInt(VERSION)
                .put(auth)
                .put(body)
                .array();
    }

    /** Reads what came after the length, if it is signed with the key. */
    Map<String, Object> read(byte[] message) throws IOException {
        try {
            ByteBuffer in = ByteBuffer.wrap(message);
            if (in.getInt() != VERSION) {
                throw new IOException("another version of the control channel");
            }
            Map<String, Object> auth = new LinkedHashMap<>();
            entry(in, auth, 0);
            byte[] body = Arrays.copyOfRange(message, in.position(), message.length);
            if (!(table(auth, "_auth").get("hsha") instanceof byte[] signature) || !isSigned(body, signature)) {
                throw new IOException("an answer of the control channel that is not signed with our key");
            }
            return entries(in, 0);
        } catch (BufferUnderflowException | IllegalArgumentException cut) {
            throw new IOException("no message of a control channel", cut);
        }
    }

    /** The table of this name, or an empty one. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> table(Map<String, Object> in, String name) {
        return in.get(name) instanceof Map<?, ?> table ? (Map<String, Object>) table : Map.of();
    }

    /** The text of this name, or an empty one. */
    static String text(Map<String, Object> in, String name) {
        return in.get(name) instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : "";
    }

    private boolean isSigned(byte[] body, byte[] signature) {
        if (signature.length < 2 || (signature[0] & 0xff) != HMAC_SHA256) {
            return false;
        }
        String base64 = new String(signature, 1, signature.length - 1, StandardCharsets.US_ASCII)
                .replace("\0", "")
                .replace("=", "");
        return MessageDigest.isEqual(Base64.getDecoder().decode(base64), mac(body));
    }

    private byte[] mac(byte[] body) {
        try {
            Mac mac = Mac.getInstance(BindKey.MAC);
            mac.init(new SecretKeySpec(key.bytes(), BindKey.MAC));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(Map<String, ?> table) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (Map.Entry<String, ?> entry : table.entrySet()) {
            out.writeByte(entry.getKey().length());
            out.write(entry.getKey().getBytes(StandardCharsets.US_ASCII));
            byte[] value = value(entry.getValue());
            out.writeByte(entry.getValue() instanceof Map ? TABLE : BINARY);
            out.writeInt(value.length);
            out.write(value);
        }
        return bytes.toByteArray();
    }

    @SuppressWarnings("unchecked")
    private static byte[] value(Object value) throws IOException {
        if (value instanceof Map<?, ?> table) {
            return bytes((Map<String, ?>) table);
        }
        return value instanceof byte[] raw ? raw : ControlChannel.bytes((String) value);
    }

    private static Map<String, Object> entries(ByteBuffer in, int depth) throws IOException {
        Map<String, Object> table = new LinkedHashMap<>();
        while (in.hasRemaining()) {
            entry(in, table, depth);
        }
        return table;
    }

    private static void entry(ByteBuffer in, Map<String, Object> into, int depth) throws IOException {
        String name = new String(take(in, in.get() & 0xff), StandardCharsets.US_ASCII);
        int type = in.get();
        byte[] raw = take(in, in.getInt());
        @Nullable
        Object value = switch (type) {
            case BINARY -> raw;
            case TABLE -> depth < MAX_DEPTH ? entries(ByteBuffer.wrap(raw), depth + 1) : null;
            case LIST -> Map.of();
            default -> null;
        };
        if (value == null) {
            throw new IOException("no message of a control channel");
        }
        into.put(name, value);
    }

    private static byte[] take(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] taken = new byte[length];
        in.get(taken);
        return taken;
    }
}
