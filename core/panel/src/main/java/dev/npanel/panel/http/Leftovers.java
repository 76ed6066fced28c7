package dev.npanel.panel.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Some answers are given before the body has come in. The client is then told that the connection ends with this answer, and what
 * it still sends is taken and thrown away, without a thread and up to a limit: many look at the answer only when they have sent
 * everything, and a connection that is closed before that loses it (RFC 9112, sections 9.3 and 9.6).
 */
final class Leftovers extends Handler.Wrapper {
    private final long most;

    Leftovers(long most, Handler handler) {
        super(handler);
        this.most = most;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!RequestBody.isExpected(request)) {
            return super.handle(request, response, callback);
        }
        Body body = new Body(request);
        Callback answered = Callback.from(() -> body.throwAway(most, callback), callback::failed);
        return super.handle(body, new Answer(body, response), answered);
    }

    /** A request that knows whether its body has been read to the end. */
    private static final class Body extends Request.Wrapper {
        private volatile boolean ended;

        Body(Request request) {
            super(request);
        }

        @Override
        public Content.Chunk read() {
            Content.Chunk chunk = super.read();
            if (chunk != null && chunk.isLast()) {
                ended = true;
            }
            return chunk;
        }

        boolean hasEnded() {
            return ended;
        }

        /** Ends {@code done} when there is nothing left, or more than {@code most}; Jetty then closes the connection. */
        void throwAway(long most, Callback done) {
            long left = most;
            while (!ended && left > 0) {
                Content.Chunk chunk = read();
                if (chunk == null) {
                    long rest = left;
                    demand(() -> throwAway(rest, done));
                    return;
                }
                left -= chunk.remaining();
                chunk.release();
            }
            done.succeeded();
        }
    }

    private static final class Answer extends Response.Wrapper {
        private final Body body;

        Answer(Body body, Response response) {
            super(body, response);
            this.body = body;
        }

        @Override
        public void write(boolean last, ByteBuffer content, Callback callback) {
            if (!isCommitted() && !body.hasEnded() && isHttp1()) {
                getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
            }
            super.write(last, content, callback);
        }

        private boolean isHttp1() {
            HttpVersion version = body.getConnectionMetaData().getHttpVersion();
            return version == HttpVersion.HTTP_1_1 || version == HttpVersion.HTTP_1_0;
        }
    }
}
