package dev.npanel.channel.wire;

import java.util.concurrent.Semaphore;

/** How many bytes of frames there may be at once. Thread-safe. */
public final class Memory {
    private final Semaphore bytes;

    /** @param bytes at least {@link Link#MAX_FRAME} */
    public Memory(int bytes) {
        this.bytes = new Semaphore(Math.max(bytes, Link.MAX_FRAME), true);
    }

    void take(int count) {
        bytes.acquireUninterruptibly(count);
    }

    /** The frame is no longer needed. */
    public void release(int count) {
        bytes.release(count);
    }
}
