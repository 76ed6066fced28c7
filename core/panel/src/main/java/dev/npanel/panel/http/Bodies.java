package dev.npanel.panel.http;

import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.EagerContentHandler;

/**
 * How the bodies of requests come in. A client that sends slowly holds no thread, and no place of those who do not, but a few for
 * large bodies.
 */
final class Bodies {
    static final int MOST_BYTES = 4 * 1024 * 1024;

    /** Also for what still comes when the answer has been given. */
    private static final Duration TIME = Duration.ofSeconds(60);

    private static final int LEFTOVER_BYTES = 16 * MOST_BYTES;
    /** Up to here a body is in memory before anybody looks at the request. */
    private static final int SMALL_BYTES = 16 * 1024;
    /** What the smallest piece of a body is taken for, since it holds a whole buffer. */
    private static final int CHUNK_BYTES = 1024;

    private static final int LARGE_AT_ONCE = 8;
    private static final int LARGE_WAITING = 1024;
    private static final Duration LARGE_WAIT = Duration.ofSeconds(10);

    private Bodies() {}

    static Handler of(Handler handler) {
        return within(TIME, handler);
    }

    /** With this time for a body, from its first byte to its last. */
    static Handler within(Duration time, Handler handler) {
        return new BodyTime(
                time, new Leftovers(LEFTOVER_BYTES, new BodyLimit(MOST_BYTES, inMemory(fewLarge(handler)))));
    }

    private static Handler inMemory(Handler handler) {
        var small = new EagerContentHandler.RetainedContentLoaderFactory(SMALL_BYTES, CHUNK_BYTES, false);
        EagerContentHandler eager = new EagerContentHandler(handler, small);
        eager.exclude(request -> request.getLength() > SMALL_BYTES);
        return eager;
    }

    private static Handler fewLarge(Handler handler) {
        return new Places(
                new Places.Limits(LARGE_AT_ONCE, LARGE_WAITING, LARGE_WAIT),
                request -> RequestBody.isWithin(SMALL_BYTES, request),
                handler);
    }
}
