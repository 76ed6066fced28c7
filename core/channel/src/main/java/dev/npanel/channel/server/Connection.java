package dev.npanel.channel.server;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.channel.frame.Attachments;
import dev.npanel.channel.frame.Frame;
import dev.npanel.channel.wire.Arrival;
import dev.npanel.channel.wire.BadFrame;
import dev.npanel.channel.wire.FrameBytes;
import dev.npanel.channel.wire.Link;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One peer's connection. It ends when the peer sends no more and all its calls are answered: a client may close its sending
 * half and wait.
 */
final class Connection {
    private final Link link;
    private final Peer peer;
    private final Serving serving;
    private final Consumer<Connection> ended;
    private final Map<Long, ServedCall> calls = new ConcurrentHashMap<>();
    /** Who still needs the link: the receiving thread and each call. */
    private final AtomicInteger users = new AtomicInteger(1);

    private final AtomicBoolean foundSlow = new AtomicBoolean();

    Connection(Link link, Peer peer, Serving serving, Consumer<Connection> ended) {
        this.link = link;
        this.peer = peer;
        this.serving = serving;
        this.ended = ended;
    }

    Peer peer() {
        return peer;
    }

    /** Receives until the peer is done, or has done something wrong. */
    void receive() {
        try {
            while (receiveOne()) {
                // that was one
            }
        } catch (IOException broken) {
            if (link.isSlow()) {
                slow();
            }
            end();
        } finally {
            leave();
        }
    }

    private boolean receiveOne() throws IOException {
        try {
            Arrival arrival = link.receive(serving.memory());
            return arrival != null && take(arrival);
        } catch (BadFrame bad) {
            if (link.isSlow()) {
                throw bad;
            }
            return refuse(bad.id(), refusal(bad.fault()), bad.problem(), bad.isOfOneCall());
        }
    }

    private boolean take(Arrival arrival) {
        if (arrival.frame() instanceof Frame.Call call && call.id() > 0) {
            return take(call, arrival);
        }
        serving.memory().release(arrival.bytes());
        if (arrival.frame() instanceof Frame.Cancel cancel) {
            ServedCall call = calls.get(cancel.id());
            if (call != null) {
                call.cancel();
            }
            return true;
        }
        arrival.files().close();
        Problem problem = Problem.of(ProblemKind.INVALID, "channel.frame", "The agent takes calls and cancels only.");
        return refuse(0, Refusal.MALFORMED, problem, false);
    }

    private boolean take(Frame.Call call, Arrival arrival) {
        ServedCall served = new ServedCall(call, arrival, this, serving);
        if (calls.size() >= serving.limits().inFlightPerConnection() || !serving.takeSlot()) {
            served.discard();
            Problem problem =
                    new Problem(ProblemKind.LIMIT, "agent.busy", "Too many calls at once.", List.of(), 1, null);
            return refuse(call.id(), Refusal.BUSY, problem, true);
        }
        if (calls.putIfAbsent(call.id(), served) != null) {
            serving.releaseSlot();
            served.discard();
            Problem problem = Problem.of(ProblemKind.INVALID, "channel.frame", "A call's id must not be used twice.");
            return refuse(0, Refusal.MALFORMED, problem, false);
        }
        users.incrementAndGet();
        if (!serving.run(served)) {
            served.failure(Problem.unavailable("agent.away", "The agent takes no calls now.", 1));
            served.finish();
        }
        return true;
    }

    /** Tells the peer and the audit trail; the answer is whether the connection goes on. */
    private boolean refuse(long id, Refusal refusal, Problem problem, boolean goesOn) {
        serving.refused(peer, refusal, problem.message());
        send(link.encode(new Frame.Failure(Frame.VERSION, goesOn ? id : 0, problem)), Attachments.NONE);
        if (!goesOn) {
            end();
        }
        return goesOn;
    }

    /** See {@link Link#encode}. */
    FrameBytes encode(Frame frame) {
        return link.encode(frame);
    }

    /** Sends as long as there is somebody to send to. */
    void send(FrameBytes frame, Attachments files) {
        try {
            if (!link.send(frame, files, serving.limits().send().toNanos(), TimeUnit.NANOSECONDS)) {
                slow();
            }
        } catch (IOException gone) {
            if (link.isSlow()) {
                slow();
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void slow() {
        if (foundSlow.compareAndSet(false, true)) {
            serving.refused(peer, Refusal.SLOW, "A frame took too long to come, or an answer was not read in time.");
        }
        end();
    }

    /** The call's answer is about to be sent; its id no longer counts. */
    void answered(Frame.Call call) {
        calls.remove(call.id());
        serving.releaseSlot();
    }

    /** One user of the link less. */
    void leave() {
        if (users.decrementAndGet() == 0) {
            end();
        }
    }

    boolean isGone() {
        return link.isClosed();
    }

    void stopReceiving() {
        link.stopReceiving();
    }

    void end() {
        link.close();
        ended.accept(this);
    }

    private static Refusal refusal(BadFrame.Fault fault) {
        return switch (fault) {
            case SIZE -> Refusal.SIZE;
            case MALFORMED -> Refusal.MALFORMED;
            case VERSION -> Refusal.VERSION;
            case TRUNCATED -> Refusal.TRUNCATED;
            case FILES -> Refusal.FILES;
        };
    }
}
