package dev.npanel.channel.server;

import dev.npanel.channel.wire.Memory;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** What all connections share: the handler, and the bounds on its work. Thread-safe. */
final class Serving {
    private static final Logger LOG = System.getLogger(Serving.class.getName());

    private final ServerLimits limits;
    private final CallHandler handler;
    private final ChannelEvents events;
    private final Workers workers;
    private final Semaphore slots;
    private final Memory memory;

    Serving(ServerLimits limits, CallHandler handler, ChannelEvents events) {
        this.limits = limits;
        this.handler = handler;
        this.events = events;
        this.workers = new Workers(limits.workers());
        this.slots = new Semaphore(limits.inFlight());
        this.memory = new Memory(limits.bytesInFlight());
    }

    ServerLimits limits() {
        return limits;
    }

    CallHandler handler() {
        return handler;
    }

    /** As {@link ChannelEvents#refused}; an audit trail that fails must not silence the socket. */
    void refused(@Nullable Peer peer, Refusal refusal, String detail) {
        try {
            events.refused(peer, refusal, detail);
        } catch (RuntimeException failed) {
            LOG.log(Level.ERROR, "cannot report a refusal: " + refusal, failed);
        }
    }

    /** As {@link ChannelEvents#failed}. */
    void failed(Peer peer, String action, String incident, Throwable cause) {
        try {
            events.failed(peer, action, incident, cause);
        } catch (RuntimeException failed) {
            LOG.log(Level.ERROR, "cannot report the incident " + incident, failed);
        }
    }

    Memory memory() {
        return memory;
    }

    boolean takeSlot() {
        return slots.tryAcquire();
    }

    void releaseSlot() {
        slots.release();
    }

    /** False when the server is being closed, or there is no thread to be had. */
    boolean run(Runnable call) {
        return workers.run(call);
    }

    void stop() {
        var unused = workers.stop(limits.farewell());
    }
}
