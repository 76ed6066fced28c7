package dev.npanel.panel.jersey;

import jakarta.ws.rs.container.AsyncResponse;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.spi.ContainerResponseWriter;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, as Jersey writes it to Jetty. Jetty is told exactly once how it ended, in whichever thread that
 * happens.
 */
final class Exchange implements ContainerResponseWriter {
    private static final int BUFFER = 8 * 1024;

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Consumer<Exchange> closed;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable TimeoutHandler suspended;
    private volatile Scheduler.@Nullable Task timeout;

    Exchange(Request request, Response response, Callback callback, Consumer<Exchange> closed) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.closed = closed;
    }

    @Override
    public OutputStream writeResponseStatusAndHeaders(long length, ContainerResponse answer) {
        response.setStatus(answer.getStatus());
        HttpFields.Mutable headers = response.getHeaders();
        answer.getStringHeaders().forEach((name, values) -> headers.put(name, values));
        if (length > 0 && !headers.contains(HttpHeader.CONTENT_LENGTH)) {
            headers.put(HttpHeader.CONTENT_LENGTH, length);
        }
        AnswerBody body = new AnswerBody(response, headers.getLongField(HttpHeader.CONTENT_LENGTH));
        return new BufferedOutputStream(Content.Sink.asOutputStream(body), BUFFER);
    }

    @Override
    public boolean suspend(long time, TimeUnit unit, TimeoutHandler handler) {
        if (suspended != null) {
            return false;
        }
        suspended = handler;
        setSuspendTimeout(time, unit);
        return true;
    }

    @Override
    public void setSuspendTimeout(long time, TimeUnit unit) {
        TimeoutHandler handler = suspended;
        if (handler == null) {
            throw new IllegalStateException("not suspended");
        }
        cancelTimeout();
        if (time > AsyncResponse.NO_TIMEOUT) {
            timeout = request.getComponents().getScheduler().schedule(() -> handler.onTimeout(this), time, unit);
        }
    }

    @Override
    public void commit() {
        if (ended.compareAndSet(false, true)) {
            cancelTimeout();
            callback.succeeded();
            closed.accept(this);
        }
    }

    @Override
    public void failure(Throwable error) {
        if (ended.compareAndSet(false, true)) {
            cancelTimeout();
            Response.writeError(request, response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500);
            closed.accept(this);
        }
    }

    @Override
    public boolean enableResponseBuffering() {
        return true;
    }

    /** Ends an answer that nobody is working on; the client is told to come again, or sees its stream end. */
    void endIfSuspended() {
        if (suspended != null && ended.compareAndSet(false, true)) {
            cancelTimeout();
            if (response.isCommitted()) {
                callback.succeeded();
            } else {
                Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
            }
            closed.accept(this);
        }
    }

    private void cancelTimeout() {
        Scheduler.Task task = timeout;
        if (task != null) {
            task.cancel();
        }
    }
}
