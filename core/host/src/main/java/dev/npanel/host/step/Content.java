package dev.npanel.host.step;

import dev.npanel.api.value.Text;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a file holds: at most 16 MiB of bytes that do not change. */
public final class Content {
    private static final int MAX_LENGTH = 16 << 20;

    private final byte[] bytes;

    private Content(byte[] bytes) {
        if (bytes.length > MAX_LENGTH) {
            throw Text.refuse("must have at most 16 MiB");
        }
        this.bytes = bytes;
    }

    /** A copy of these bytes. */
    public static Content of(byte[] bytes) {
        return new Content(bytes.clone());
    }

    /** This text in UTF-8. */
    public static Content of(String text) {
        return new Content(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many bytes. */
    public int length() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Content content && Arrays.equals(bytes, content.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return length() + " bytes";
    }
}
