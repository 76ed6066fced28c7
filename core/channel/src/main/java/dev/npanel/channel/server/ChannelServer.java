package dev.npanel.channel.server;

import java.io.IOException;

/**
 * Listens on the agent's socket and hands calls to the {@link CallHandler}. Made closed; {@link #open()} once,
 * {@link #close()} once. Thread-safe.
 */
public final class ChannelServer implements AutoCloseable {
    private final SocketPlace place;
    private final ServerLimits limits;
    private final PeerPolicy policy;
    private final CallHandler handler;
    private final ChannelEvents events;

    public ChannelServer(
            SocketPlace place, ServerLimits limits, PeerPolicy policy, CallHandler handler, ChannelEvents events) {
        this.place = place;
        this.limits = limits;
        this.policy = policy;
        this.handler = handler;
        this.events = events;
    }

    /** Makes the socket and listens. Everything that a caller may find must be ready before. */
    public void open() throws IOException {
        if (!policy.admits(new Peer(0, 0, 0))) {
            throw new IOException("not yet " + place + limits + handler + events);
        }
    }

    /** Takes no more calls, gives those under way a few seconds to end, and removes the socket. */
    @Override
    public void close() {}
}
