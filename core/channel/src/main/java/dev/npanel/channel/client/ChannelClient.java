package dev.npanel.channel.client;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Calls the agent. Connects with the first call, again with the first call after the connection was lost, and never on its
 * own account; any number of calls share the connection. Thread-safe; lives as long as the panel.
 */
public final class ChannelClient implements AutoCloseable {
    private final Path socket;

    public ChannelClient(Path socket) {
        this.socket = socket;
    }

    /**
     * Calls and waits for the answer.
     *
     * @throws dev.npanel.api.problem.ProblemException what the agent answered, or {@code UNAVAILABLE} with the code
     *     <ul>
     *       <li>{@code agent.away} when it cannot be reached: nothing was done;
     *       <li>{@code agent.lost} when it went away meanwhile: the change is committed or undone, never half-made; look
     *           before trying again;
     *       <li>{@code agent.deadline} when it did not answer in time: the same, and it may still be at it
     *     </ul>
     */
    public Reply call(Request request, Duration deadline, ProgressListener progress) {
        if (request.action().isEmpty()) {
            return new Reply.Done(null, request.input(), request.files());
        }
        throw new UnsupportedOperationException("not yet " + socket);
    }

    /** As {@link #call(Request, Duration, ProgressListener)}, without looking at the progress. */
    public Reply call(Request request, Duration deadline) {
        return call(request, deadline, ProgressListener.NONE);
    }

    /** Whether there is a connection now; the next call may find otherwise. */
    public boolean connected() {
        return false;
    }

    /** Ends the connection and the calls on it. */
    @Override
    public void close() {}
}
