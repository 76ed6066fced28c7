package dev.npanel.channel.server;

import dev.npanel.api.change.ChangeId;
import dev.npanel.api.change.ChangePreview;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.channel.frame.Attachments;
import dev.npanel.channel.frame.Body;
import dev.npanel.channel.frame.Frame;
import dev.npanel.channel.wire.Arrival;
import dev.npanel.channel.wire.FrameBytes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One call from its arrival to its answer. */
final class ServedCall implements Runnable, Replies {
    private final Frame.Call call;
    private final Arrival arrival;
    private final Connection connection;
    private final Serving serving;
    private final long deadline;
    private final AtomicBoolean answered = new AtomicBoolean();
    private volatile boolean cancelled;

    ServedCall(Frame.Call call, Arrival arrival, Connection connection, Serving serving) {
        this.call = call;
        this.arrival = arrival;
        this.connection = connection;
        this.serving = serving;
        Duration longest = serving.limits().longestDeadline();
        long millis = Math.max(0, Math.min(call.deadlineMillis(), longest.toMillis()));
        this.deadline = System.nanoTime() + Duration.ofMillis(millis).toNanos();
    }

    @Override
    public void run() {
        try {
            serve();
        } catch (ProblemException refused) {
            failWith(refused.problem(), refused);
        } catch (Throwable mistake) {
            // The edge: whatever a plugin's code throws, the caller gets an answer and the agent goes on.
            failWith(null, mistake);
        } finally {
            finish();
        }
    }

    private void serve() {
        if (cancelled()) {
            failure(Problem.unavailable("agent.deadline", "The agent had no time for it before the deadline.", 1));
            return;
        }
        serving.handler().handle(call, connection.peer(), this);
        if (!answered.get()) {
            throw new IllegalStateException("the handler gave no answer");
        }
    }

    private void failWith(@Nullable Problem problem, Throwable thrown) {
        if (problem != null && !answered.get()) {
            failure(problem);
            return;
        }
        String incident = UUID.randomUUID().toString();
        serving.failed(connection.peer(), call.action(), incident, thrown);
        if (!answered.get()) {
            failure(new Problem(
                    ProblemKind.FAILED,
                    "agent.failed",
                    "Something went wrong in the agent.",
                    List.of(),
                    null,
                    incident));
        }
    }

    /** Gives back what the call held. */
    void finish() {
        discard();
        connection.leave();
    }

    /** As {@link #finish()}, for a call that was never taken. */
    void discard() {
        arrival.files().close();
        serving.memory().release(arrival.bytes());
    }

    void cancel() {
        cancelled = true;
    }

    @Override
    public Attachments attachments() {
        return arrival.files();
    }

    @Override
    public Duration remaining() {
        return cancelled() ? Duration.ZERO : Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }

    @Override
    public boolean cancelled() {
        return cancelled || connection.isGone() || System.nanoTime() - deadline >= 0;
    }

    @Override
    public void progress(long done, long total, String text) {
        if (!answered.get() && !cancelled()) {
            Frame frame = new Frame.Progress(Frame.VERSION, call.id(), done, total, text);
            connection.send(connection.encode(frame), Attachments.NONE);
        }
    }

    @Override
    public void result(@Nullable ChangeId change, Body output, Attachments attachments) {
        answer(new Frame.Result(Frame.VERSION, call.id(), change, attachments.count(), output), attachments);
    }

    @Override
    public void preview(ChangePreview preview) {
        answer(new Frame.Preview(Frame.VERSION, call.id(), preview), Attachments.NONE);
    }

    @Override
    public void failure(Problem problem) {
        answer(new Frame.Failure(Frame.VERSION, call.id(), problem), Attachments.NONE);
    }

    private void answer(Frame frame, Attachments attachments) {
        FrameBytes bytes = connection.encode(frame);
        if (!answered.compareAndSet(false, true)) {
            throw new IllegalStateException("answered already");
        }
        connection.answered(call);
        connection.send(bytes, attachments);
    }
}
