package dev.npanel.channel.server;

import dev.npanel.api.change.ChangeId;
import dev.npanel.api.change.ChangePreview;
import dev.npanel.api.problem.Problem;
import dev.npanel.channel.frame.Attachments;
import dev.npanel.channel.frame.Body;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one call is answered, once: a second answer is an {@link IllegalStateException}. None of the methods fails because
 * the peer has gone. Thread-safe; valid until the handler returns.
 */
public interface Replies {
    /** What came with the call; closed when the handler returns. */
    Attachments attachments();

    /** How long the caller still waits; zero when it has given up. */
    Duration remaining();

    /** Whether nobody waits any more: cancelled, past the deadline, or the connection is gone. */
    boolean cancelled();

    /** Tells the caller how far the call is. */
    void progress(long done, long total, String text);

    /** Done. */
    default void result(@Nullable ChangeId change, Body output) {
        result(change, output, Attachments.NONE);
    }

    /** Done; the descriptors are sent along and stay the handler's to close. */
    void result(@Nullable ChangeId change, Body output, Attachments attachments);

    /** A dry run is done. */
    void preview(ChangePreview preview);

    /** Failed. */
    void failure(Problem problem);
}
