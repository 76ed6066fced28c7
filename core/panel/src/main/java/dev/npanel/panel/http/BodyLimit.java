package dev.npanel.panel.http;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers 413 at once to a request that announces too large a body, then lets the client finish sending: many clients look at the
 * answer only when they have sent everything. What is sent is thrown away; of what is absurd, nothing is read.
 */
final class BodyLimit extends Handler.Wrapper {
    private static final int PATIENCE = 16;

    private final long bytes;

    BodyLimit(long bytes, Handler handler) {
        super(handler);
        this.bytes = bytes;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getLength() <= bytes) {
            return super.handle(request, response, callback);
        }
        Callback answered = request.getLength() > PATIENCE * bytes
                ? callback
                : Callback.from(() -> Content.Source.consumeAll(request, callback), callback::failed);
        Response.writeError(request, response, answered, HttpStatus.PAYLOAD_TOO_LARGE_413);
        return true;
    }
}
