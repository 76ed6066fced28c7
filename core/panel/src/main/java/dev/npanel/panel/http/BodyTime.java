package dev.npanel.panel.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/** Gives a request's body a limited time to come in, however often a little of it does. */
final class BodyTime extends Handler.Wrapper {
    private final Duration limit;

    BodyTime(Duration limit, Handler handler) {
        super(handler);
        this.limit = limit;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!RequestBody.isExpected(request)) {
            return super.handle(request, response, callback);
        }
        Scheduler.Task end = request.getComponents()
                .getScheduler()
                .schedule(
                        () -> request.fail(new TimeoutException("the body took longer than " + limit)),
                        limit.toMillis(),
                        TimeUnit.MILLISECONDS);
        return super.handle(new Timed(request, end), response, Callback.from(end::cancel, callback));
    }

    private static final class Timed extends Request.Wrapper {
        private final Scheduler.Task end;

        Timed(Request request, Scheduler.Task end) {
            super(request);
            this.end = end;
        }

        @Override
        public Content.Chunk read() {
            Content.Chunk chunk = super.read();
            if (chunk != null && chunk.isLast()) {
                end.cancel();
            }
            return chunk;
        }
    }
}
