package dev.npanel.panel.agent;

import dev.npanel.api.change.ChangeId;
import dev.npanel.api.change.ChangePreview;
import org.jspecify.annotations.Nullable;

/** How a call to the agent ended well. */
public sealed interface Outcome<O extends Record> {
    /**
     * It was done.
     *
     * @param answer the action's answer
     * @param change what to revert, or null when nothing was changed
     */
    record Done<O extends Record>(O answer, @Nullable ChangeId change) implements Outcome<O> {}

    /** Nothing was done: this is what would be. */
    record Preview<O extends Record>(ChangePreview preview) implements Outcome<O> {}

    /** The answer of what was done. */
    default O value() {
        if (this instanceof Done<O> done) {
            return done.answer();
        }
        throw new IllegalStateException("a dry run has no answer");
    }
}
