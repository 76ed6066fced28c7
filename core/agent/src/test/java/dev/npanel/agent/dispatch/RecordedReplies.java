package dev.npanel.agent.dispatch;

import dev.npanel.api.change.ChangeId;
import dev.npanel.api.change.ChangePreview;
import dev.npanel.api.problem.Problem;
import dev.npanel.channel.frame.Attachments;
import dev.npanel.channel.frame.Body;
import dev.npanel.channel.json.Json;
import dev.npanel.channel.server.Replies;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Remembers how a call was answered. */
public final class RecordedReplies implements Replies {
    private final Duration patience;
    private @Nullable ChangeId change;
    private @Nullable Body output;
    private @Nullable ChangePreview preview;
    private @Nullable Problem problem;

    /** @param patience how long the caller waits */
    public RecordedReplies(Duration patience) {
        this.patience = patience;
    }

    public <T> T output(Json json, Class<T> type) {
        return Objects.requireNonNull(output).read(json, type);
    }

    public @Nullable ChangeId change() {
        return change;
    }

    public @Nullable ChangePreview preview() {
        return preview;
    }

    public Problem problem() {
        return Objects.requireNonNull(problem);
    }

    @Override
    public Attachments attachments() {
        return Attachments.NONE;
    }

    @Override
    public Duration remaining() {
        return patience;
    }

    @Override
    public boolean cancelled() {
        return false;
    }

    @Override
    public void progress(long done, long total, String text) {
        // nobody looks
    }

    @Override
    public void result(@Nullable ChangeId id, Body body, Attachments attachments) {
        change = id;
        output = body;
    }

    @Override
    public void preview(ChangePreview shown) {
        preview = shown;
    }

    @Override
    public void failure(Problem failed) {
        problem = failed;
    }
}
