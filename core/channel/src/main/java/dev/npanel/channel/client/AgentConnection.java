package dev.npanel.channel.client;

import dev.npanel.api.problem.Problem;
import dev.npanel.channel.frame.Attachments;
import dev.npanel.channel.frame.Frame;
import dev.npanel.channel.wire.Arrival;
import dev.npanel.channel.wire.FrameBytes;
import dev.npanel.channel.wire.Link;
import dev.npanel.channel.wire.Memory;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A connection to the agent with the calls on it. When it ends, they all end. */
final class AgentConnection {
    private static final long PATIENCE_MILLIS = 1000;
    private static final Problem LOST = Problem.unavailable("agent.lost", "The agent went away during the call.", 1);

    private final Link link;
    private final Memory memory;
    private final Map<Long, PendingCall> calls = new ConcurrentHashMap<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Problem refusal;

    AgentConnection(Link link, Memory memory) {
        this.link = link;
        this.memory = memory;
    }

    boolean isAlive() {
        return ended.getCount() > 0 && !link.isClosed();
    }

    /** What the agent has said before it ended the connection, if anything. */
    @Nullable
    Problem refusal() {
        return refusal;
    }

    /** Receives until the connection ends; the life of its thread. */
    void receive() {
        try {
            for (Arrival next = link.receive(memory); next != null; next = link.receive(memory)) {
                memory.release(next.bytes());
                dispatch(next);
            }
        } catch (IOException broken) {
            // ended, one way or another
        } finally {
            link.close();
            ended.countDown();
            Problem last = refusal;
            Frame failure = new Frame.Failure(Frame.VERSION, 0, last == null ? LOST : last);
            calls.values().forEach(call -> call.settle(new Arrival(failure, 0, Attachments.NONE)));
        }
    }

    private void dispatch(Arrival arrival) {
        Frame frame = arrival.frame();
        if (frame.id() == 0 && frame instanceof Frame.Failure failure) {
            refusal = failure.problem();
            return;
        }
        PendingCall call = frame instanceof Frame.Progress ? calls.get(frame.id()) : calls.remove(frame.id());
        if (call == null) {
            arrival.files().close();
        } else if (frame instanceof Frame.Progress progress) {
            call.report(progress);
        } else {
            call.settle(arrival);
        }
    }

    /**
     * Sends a call.
     *
     * @return null when the time was over before it could be sent
     * @throws IOException when it was not sent: the agent has not got it
     */
    @Nullable
    PendingCall start(long id, FrameBytes frame, Attachments files, long deadline)
            throws IOException, InterruptedException {
        PendingCall call = new PendingCall();
        calls.put(id, call);
        boolean sent = false;
        try {
            if (!isAlive()) {
                throw new IOException("the connection has ended");
            }
            sent = link.send(frame, files, deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            return sent ? call : null;
        } finally {
            if (!sent) {
                calls.remove(id);
            }
        }
    }

    /** The caller has given up: tells the agent, if that is to be had at once. */
    void abandon(long id, PendingCall call) {
        call.abandon();
        if (calls.remove(id) != null && isAlive()) {
            try {
                FrameBytes cancel = link.encode(new Frame.Cancel(Frame.VERSION, id));
                var unused = link.send(cancel, Attachments.NONE, 0, TimeUnit.NANOSECONDS);
            } catch (IOException gone) {
                // then there is nothing to cancel
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits a little for the last that the agent had to say. */
    void awaitEnd() throws InterruptedException {
        var unused = ended.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    void close() {
        link.close();
    }
}
