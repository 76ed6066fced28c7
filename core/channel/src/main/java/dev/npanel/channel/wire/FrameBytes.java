package dev.npanel.channel.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** A frame as it goes over the socket: four bytes of length, then JSON. */
public final class FrameBytes extends ByteArrayOutputStream {
    private static final int USUAL = 512;

    FrameBytes() {
        super(USUAL);
        count = Link.HEADER;
    }

    /** The bytes of JSON. */
    int length() {
        return count - Link.HEADER;
    }

    /** Puts the length before the JSON. */
    void finish() {
        ByteBuffer.wrap(buf).putInt(length());
    }

    /** The bytes, of which the first {@link #size()} count. */
    byte[] array() {
        return buf;
    }
}
