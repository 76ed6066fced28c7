package dev.npanel.agent.engine;

import dev.npanel.api.change.ChangeId;
import org.jspecify.annotations.Nullable;

/**
 * How a change went.
 *
 * @param change names it in the history; null when there was nothing to do
 * @param answer the action's
 */
public record Changed<O extends Record>(@Nullable ChangeId change, O answer) {}
