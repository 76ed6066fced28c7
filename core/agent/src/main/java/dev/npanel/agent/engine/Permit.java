package dev.npanel.agent.engine;

import dev.npanel.host.step.Step;

/** Which steps the plans of an action may have; for plugins that is what their manifest declares. */
@FunctionalInterface
public interface Permit {
    /** Whether this step may be done. */
    boolean permits(Step step);
}
