package dev.npanel.dns.backend.key;

import dev.npanel.api.value.DomainName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The data of a DNSKEY record (RFC 4034 section 2).
 *
 * @param publicKey in base64
 */
public record Dnskey(int flags, int protocol, int algorithm, String publicKey) {
    private static final int ENTRY_POINT = 1;
    private static final int SHA_256 = 2;
    private static final int HEAD = 4;
    private static final int BYTE = 0xff;
    private static final int WORD = 0xffff;

    /**
     * Reads the presentation format.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Dnskey parse(String text) {
        String[] part = text.split(" ", 4);
        if (part.length < 4) {
            throw new IllegalArgumentException("no DNSKEY");
        }
        Dnskey key = new Dnskey(
                Integer.parseInt(part[0]),
                Integer.parseInt(part[1]),
                Integer.parseInt(part[2]),
                part[3].replace(" ", ""));
        key.wire();
        return key;
    }

    /** Whether the parent's DS may name it. */
    public boolean isEntryPoint() {
        return (flags & ENTRY_POINT) != 0;
    }

    /** The key tag (RFC 4034 appendix B). */
    public int tag() {
        byte[] wire = wire();
        int sum = 0;
        for (int index = 0; index < wire.length; index++) {
            int value = wire[index] & BYTE;
            sum += index % 2 == 0 ? value << 8 : value;
        }
        return (sum + ((sum >> 16) & WORD)) & WORD;
    }

    /** The data of the DS record with a SHA-256 digest (RFC 4509). */
    public String ds(DomainName zone) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String label : zone.text().split("\\.", -1)) {
                digest.update((byte) label.length());
                digest.update(label.getBytes(StandardCharsets.US_ASCII));
            }
            digest.update((byte) 0);
            String hex = HexFormat.of().formatHex(digest.digest(wire())).toUpperCase(Locale.ROOT);
            return tag() + " " + algorithm + " " + SHA_256 + " " + hex;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] wire() {
        byte[] key = Base64.getDecoder().decode(publicKey);
        return ByteBuffer.allocate(HEAD + key.length)
                .putShort((short) flags)
                .put((byte) protocol)
                .put((byte) algorithm)
                .put(key)
                .array();
    }
}
