package dev.npanel.panel.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Lets so many requests be worked on at once. The others wait in their order, without a thread, for a while; then they are answered 503.
 * Thread-safe.
 *
 * <p>A place is free again when the request's callback is called. Jetty's own {@code QoSHandler} waits for the end of the stream instead,
 * of which it is not told when an HTTP/2 client has reset it meanwhile (Jetty 12.1.14): every request given up early cost a place for ever.
 */
final class Places extends Handler.Wrapper {
    private final Limits limits;
    private final Predicate<Request> exempt;
    /** Guarded by itself, as is {@link #free}. */
    private final Queue<Waiting> waiting = new ArrayDeque<>();

    private int free;

    /**
     * How much there is room for.
     *
     * @param atOnce requests that are worked on
     * @param waiting requests that wait, at most
     * @param patience how long one of them does
     */
    record Limits(int atOnce, int waiting, Duration patience) {}

    /** @param exempt those that need no place */
    Places(Limits limits, Predicate<Request> exempt, Handler handler) {
        super(handler);
        this.limits = limits;
        this.exempt = exempt;
        this.free = limits.atOnce();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (exempt.test(request)) {
            return super.handle(request, response, callback);
        }
        Waiting next = new Waiting(request, response, callback);
        return switch (lot(next)) {
            case PLACE -> handle(request, response, new Place(callback));
            case WAITS -> true;
            case REFUSED -> next.refuse();
        };
    }

    private Lot lot(Waiting next) {
        synchronized (waiting) {
            if (free > 0) {
                free--;
                return Lot.PLACE;
            }
            if (waiting.size() == limits.waiting()) {
                return Lot.REFUSED;
            }
            waiting.add(next);
        }
        next.watch();
        return Lot.WAITS;
    }

    /** How many wait now. */
    int queued() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    /** Whether it has waited until now, and does no more. */
    private boolean takenOut(Waiting one) {
        synchronized (waiting) {
            return waiting.remove(one);
        }
    }

    private enum Lot {
        PLACE,
        WAITS,
        REFUSED
    }

    private boolean handle(Request request, Response response, Place place) throws Exception {
        boolean handled = false;
        try {
            handled = super.handle(request, response, place);
            return handled;
        } finally {
            if (!handled) {
                place.completed();
            }
        }
    }

    private void release() {
        Waiting next;
        synchronized (waiting) {
            next = waiting.poll();
            if (next == null) {
                free++;
                return;
            }
        }
        next.handle();
    }

    /** What one request holds until its callback is called, whatever happens to the client meanwhile. */
    private final class Place extends Callback.Nested {
        private final AtomicBoolean held = new AtomicBoolean(true);

        Place(Callback callback) {
            super(callback);
        }

        @Override
        public void completed() {
            if (held.compareAndSet(true, false)) {
                release();
            }
        }
    }

    /** A request for which there was no place. */
    private final class Waiting {
        private final Request request;
        private final Response response;
        private final Callback callback;
        private volatile Scheduler.@Nullable Task expiry;

        Waiting(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
        }

        /** It waits no longer than it may, and not for a client that has gone. */
        void watch() {
            expiry = request.getComponents()
                    .getScheduler()
                    .schedule(this::expired, limits.patience().toMillis(), TimeUnit.MILLISECONDS);
            request.addFailureListener(this::gone);
        }

        private void expired() {
            if (takenOut(this)) {
                request.getComponents().getExecutor().execute(this::refuse);
            }
        }

        private void gone(Throwable failure) {
            if (takenOut(this)) {
                cancelExpiry();
                callback.failed(failure);
            }
        }

        private void cancelExpiry() {
            Scheduler.Task task = expiry;
            if (task != null) {
                task.cancel();
            }
        }

        boolean refuse() {
            Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
            return true;
        }

        /** In a thread of its own; the place is taken. */
        void handle() {
            cancelExpiry();
            Place place = new Place(callback);
            request.getContext().execute(() -> handle(place));
        }

        private void handle(Place place) {
            try {
                if (!Places.this.handle(request, response, place)) {
                    Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
                }
            } catch (Exception | Error failure) {
                // nobody above this thread would tell the client
                Response.writeError(request, response, callback, failure);
            }
        }
    }
}
