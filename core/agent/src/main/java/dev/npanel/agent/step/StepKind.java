package dev.npanel.agent.step;

import dev.npanel.agent.journal.Trace;
import dev.npanel.api.change.StepPreview;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Step;
import java.io.IOException;

/**
 * All there is to know of one kind of step. Thread-safe; keeps nothing between two calls, since between {@link #prepare}
 * and {@link #undo} there may be a crash.
 */
interface StepKind<S extends Step, T extends Trace> {
    /**
     * Reads what has to be known to undo the step, and refuses a step that the present state does not allow. Changes
     * nothing but what is in the vault.
     */
    T prepare(S step, Slot slot, HostView host) throws IOException;

    /** Does it; all is on disk, or safe with the daemon, at the end. */
    void apply(S step, T trace) throws IOException;

    /** Brings back what was there before, whether the step was done, half done, not done or undone already. */
    void undo(T trace) throws IOException;

    /** The step that takes this one back; {@code CONFLICT} when the state is no longer what this one left. */
    Step revert(T trace) throws IOException;

    /** What the step would do to the present state. */
    StepPreview preview(S step, HostView host) throws IOException;
}
