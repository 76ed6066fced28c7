package dev.npanel.channel.client;

import dev.npanel.api.change.ChangeId;
import dev.npanel.api.change.ChangePreview;
import dev.npanel.channel.frame.Attachments;
import dev.npanel.channel.frame.Body;
import org.jspecify.annotations.Nullable;

/** How a call ended well. */
public sealed interface Reply {
    /**
     * It was done.
     *
     * @param change what was changed, or null when nothing
     * @param files what came along; the caller's to close
     */
    record Done(@Nullable ChangeId change, Body output, Attachments files) implements Reply {}

    /** It was a dry run: what would be done. */
    record Preview(ChangePreview preview) implements Reply {}
}
