package dev.npanel.panel.http;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers 413 to a request that announces too large a body. The client is let finish sending first, for many look at the answer only
 * when they have sent everything; what is sent is thrown away. Of what is absurd, nothing is read.
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
        if (request.getLength() > PATIENCE * bytes) {
            refuse(request, response, callback);
        } else {
            Callback sent = Callback.from(() -> refuse(request, response, callback), callback::failed);
            Content.Source.consumeAll(request, sent);
        }
        return true;
    }

    private static void refuse(Request request, Response response, Callback callback) {
        Response.writeError(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
    }
}
