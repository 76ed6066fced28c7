package dev.npanel.panel.jersey;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Where the body of an answer goes. What completes the announced length is the last of it: otherwise an empty frame would follow,
 * in a packet of its own, and curl 7, which has gone by then, would reset a stream of HTTP/2 for each answer, and be taken for an
 * attacker.
 */
final class AnswerBody implements Content.Sink {
    private final Content.Sink client;
    private long left;
    private boolean ended;

    /** @param length in bytes; negative when nobody knows */
    AnswerBody(Content.Sink client, long length) {
        this.client = client;
        this.left = length;
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
        int size = content == null ? 0 : content.remaining();
        if (ended && size == 0) {
            callback.succeeded();
            return;
        }
        left -= size;
        ended = last || left == 0;
        client.write(ended, content, callback);
    }
}
