package dev.npanel.panel.http;

import dev.npanel.panel.mount.ProblemAnswer;
import dev.npanel.panel.mount.ProblemWriter;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers 413 to a request that announces too large a body, at once. */
final class BodyLimit extends Handler.Wrapper {
    private final ProblemWriter problems = new ProblemWriter();
    private final long bytes;

    BodyLimit(long bytes, Handler handler) {
        super(handler);
        this.bytes = bytes;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getLength() > bytes) {
            // not as an error of Jetty's, which makes the body that still comes unreadable
            problems.write(ProblemAnswer.ofStatus(HttpStatus.PAYLOAD_TOO_LARGE_413), response, callback);
            return true;
        }
        return super.handle(request, response, callback);
    }
}
