package dev.npanel.channel.client;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.channel.frame.Frame;
import dev.npanel.channel.wire.Arrival;
import dev.npanel.channel.wire.Codec;
import dev.npanel.channel.wire.Link;
import dev.npanel.channel.wire.Memory;
import dev.npanel.channel.wire.Threads;
import dev.npanel.channel.wire.Watch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Calls the agent. Connects with the first call, again with the first call after the connection was lost, and never on its
 * own account; any number of calls share the connection. Thread-safe; lives as long as the panel.
 */
public final class ChannelClient implements AutoCloseable {
    private static final int MEMORY = 16 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path socket;
    private final Codec codec = new Codec();
    private final Watch watch = new Watch(PATIENCE, PATIENCE);
    private final Memory memory = new Memory(MEMORY);
    private final AtomicLong ids = new AtomicLong();
    private final ReentrantLock connecting = new ReentrantLock();
    private volatile @Nullable AgentConnection current;
    private volatile boolean closed;

    /** @param socket where the agent listens, when it does */
    public ChannelClient(Path socket) {
        this.socket = socket;
    }

    /**
     * Calls and waits for the answer.
     *
     * @throws ProblemException what the agent answered; {@code LIMIT} when the request does not fit into a frame; or
     *     {@code UNAVAILABLE} with the code
     *     <ul>
     *       <li>{@code agent.away} when it cannot be reached: nothing was done;
     *       <li>{@code agent.lost} when it went away meanwhile: the change is committed or undone, never half-made; look
     *           before trying again;
     *       <li>{@code agent.deadline} when it did not answer in time, or the caller's thread was interrupted: the same, and
     *           it may still be at it
     *     </ul>
     */
    public Reply call(Request request, Duration deadline, ProgressListener progress) {
        long end = System.nanoTime() + deadline.toNanos();
        try {
            return call(request, end, progress);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw late();
        }
    }

    /** As {@link #call(Request, Duration, ProgressListener)}, without looking at the progress. */
    public Reply call(Request request, Duration deadline) {
        return call(request, deadline, ProgressListener.NONE);
    }

    private Reply call(Request request, long deadline, ProgressListener progress) throws InterruptedException {
        long id = ids.incrementAndGet();
        AgentConnection connection = connection(deadline);
        PendingCall call;
        try {
            call = start(connection, id, request, deadline);
        } catch (IOException stale) {
            connection = again(connection, deadline);
            call = startAgain(connection, id, request, deadline);
        }
        return await(connection, id, call, deadline, progress);
    }

    private PendingCall start(AgentConnection connection, long id, Request request, long deadline)
            throws IOException, InterruptedException {
        long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        Frame.Call call = new Frame.Call(
                Frame.VERSION,
                id,
                request.action(),
                request.contract(),
                request.caller(),
                millis,
                request.dryRun(),
                request.files().count(),
                request.input());
        PendingCall started = connection.start(id, codec.write(call), request.files(), deadline);
        if (started == null) {
            throw late();
        }
        return started;
    }

    /** The agent has not got the call, so it may be sent again, over a connection that is not of an agent before this one. */
    private AgentConnection again(AgentConnection stale, long deadline) throws InterruptedException {
        stale.awaitEnd();
        Problem refusal = stale.refusal();
        if (refusal != null) {
            throw refusal.asException();
        }
        return connection(deadline);
    }

    private PendingCall startAgain(AgentConnection connection, long id, Request request, long deadline)
            throws InterruptedException {
        try {
            return start(connection, id, request, deadline);
        } catch (IOException gone) {
            throw away(gone);
        }
    }

    private static Reply await(
            AgentConnection connection, long id, PendingCall call, long deadline, ProgressListener progress)
            throws InterruptedException {
        Arrival answer = null;
        try {
            answer = call.await(deadline, progress);
        } finally {
            if (answer == null) {
                connection.abandon(id, call);
            }
        }
        if (answer == null) {
            throw late();
        }
        return reply(answer);
    }

    private static Reply reply(Arrival answer) {
        if (answer.frame() instanceof Frame.Result result) {
            return new Reply.Done(result.change(), result.output(), answer.files());
        } else if (answer.frame() instanceof Frame.Preview preview) {
            return new Reply.Preview(preview.preview());
        } else if (answer.frame() instanceof Frame.Failure failure) {
            throw failure.problem().asException();
        }
        throw new IllegalStateException("the agent sent a " + answer.frame().getClass());
    }

    private AgentConnection connection(long deadline) throws InterruptedException {
        AgentConnection alive = current;
        if (alive != null && alive.isAlive()) {
            return alive;
        }
        if (!connecting.tryLock(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            throw late();
        }
        try {
            alive = current;
            if (alive == null || !alive.isAlive()) {
                alive = connect();
                current = alive;
            }
            return alive;
        } catch (IOException nobody) {
            throw away(nobody);
        } finally {
            connecting.unlock();
        }
    }

    private AgentConnection connect() throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        AgentConnection connection = new AgentConnection(Link.connect(socket, codec, watch), memory);
        Threads.named("npanel-channel-client", connection::receive).start();
        return connection;
    }

    /** Whether there is a connection now; the next call may find otherwise. */
    public boolean connected() {
        AgentConnection connection = current;
        return connection != null && connection.isAlive();
    }

    /** Ends the connection and the calls on it. */
    @Override
    public void close() {
        closed = true;
        AgentConnection connection = current;
        if (connection != null) {
            connection.close();
        }
        watch.close();
    }

    private static ProblemException away(IOException cause) {
        return new ProblemException(Problem.unavailable("agent.away", "The agent is away.", 1), cause);
    }

    private static ProblemException late() {
        return Problem.unavailable("agent.deadline", "The agent has not answered in time.", 1)
                .asException();
    }
}
