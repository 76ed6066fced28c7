package dev.npanel.channel.server;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.channel.frame.Attachments;
import dev.npanel.channel.frame.Frame;
import dev.npanel.channel.wire.Codec;
import dev.npanel.channel.wire.Credentials;
import dev.npanel.channel.wire.Link;
import dev.npanel.channel.wire.Listener;
import dev.npanel.channel.wire.Threads;
import dev.npanel.channel.wire.Watch;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Listens on the agent's socket and hands calls to the {@link CallHandler}. Made closed; {@link #open()} once,
 * {@link #close()} once. Thread-safe.
 */
public final class ChannelServer implements AutoCloseable {
    private static final long PAUSE_MILLIS = 100;

    private final PeerPolicy policy;
    private final ServerLimits limits;
    private final SocketFile file;
    private final Serving serving;
    private final Watch watch;
    private final Codec codec = new Codec();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Listener listener;

    public ChannelServer(
            SocketPlace place, ServerLimits limits, PeerPolicy policy, CallHandler handler, ChannelEvents events) {
        this.policy = policy;
        this.limits = limits;
        this.file = new SocketFile(place);
        this.serving = new Serving(limits, handler, events);
        this.watch = new Watch(limits.receive(), limits.send());
    }

    /** Loads what listening needs, so that {@link #open()} takes less time later. May be left out. */
    public void prepare() throws IOException {
        Listener.prepare();
    }

    /**
     * Makes the socket and listens. Everything that a caller may find must be ready before.
     *
     * @throws IOException when the place is not safe or somebody else listens there
     */
    public void open() throws IOException {
        Listener listening = file.listen();
        listener = listening;
        Threads.named("npanel-channel-accept", () -> accept(listening)).start();
    }

    private void accept(Listener listening) {
        while (closed.getCount() > 0) {
            try {
                admit(listening.accept(codec, watch));
            } catch (IOException failed) {
                pause();
            }
        }
    }

    /** An accept that fails (no descriptor left) would fail again at once. */
    private void pause() {
        try {
            var unused = closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void admit(Link link) {
        Peer peer = peer(link);
        if (peer == null || !policy.admits(peer)) {
            refuse(link, peer, Refusal.PEER, Problem.of(ProblemKind.FORBIDDEN, "agent.peer", "Not for this user."));
        } else if (connections.size() >= limits.connections()) {
            Problem problem = Problem.of(ProblemKind.LIMIT, "agent.connections", "Too many connections.");
            refuse(link, peer, Refusal.CONNECTIONS, problem);
        } else {
            Connection connection = new Connection(link, peer, serving, connections::remove);
            connections.add(connection);
            start(connection);
        }
    }

    private static void start(Connection connection) {
        try {
            Threads.named("npanel-channel-" + connection.peer().pid(), connection::receive)
                    .start();
        } catch (OutOfMemoryError noThread) {
            // The system has no thread to give: this peer may try again, the others must not notice.
            connection.end();
        }
    }

    private static @Nullable Peer peer(Link link) {
        try {
            Credentials peer = link.peer();
            return new Peer(peer.uid(), peer.gid(), peer.pid());
        } catch (IOException unknown) {
            return null;
        }
    }

    private void refuse(Link link, @Nullable Peer peer, Refusal refusal, Problem problem) {
        try (link) {
            serving.refused(peer, refusal, problem.message());
            Frame frame = new Frame.Failure(Frame.VERSION, 0, problem);
            var unused = link.send(link.encode(frame), Attachments.NONE, 0, TimeUnit.SECONDS);
        } catch (IOException gone) {
            // refused all the same
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes no more calls, gives those under way a few seconds to end, and removes the socket. */
    @Override
    public void close() {
        closed.countDown();
        Listener listening = listener;
        if (listening != null) {
            file.remove();
            try {
                listening.close();
            } catch (IOException gone) {
                // nobody can connect any more, which is what was wanted
            }
        }
        connections.forEach(Connection::stopReceiving);
        serving.stop();
        connections.forEach(Connection::end);
        watch.close();
    }
}
