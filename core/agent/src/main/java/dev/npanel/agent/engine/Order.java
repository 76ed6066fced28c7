package dev.npanel.agent.engine;

import dev.npanel.api.action.Caller;
import dev.npanel.api.action.Scoped;
import dev.npanel.host.action.Action;

/**
 * A change that somebody asks for.
 *
 * @param plugin whose action it is
 * @param permit what the action's plans may do
 */
public record Order<I extends Record & Scoped, O extends Record>(
        Action<I, O> action, I request, String plugin, Permit permit, Caller caller, Deadline deadline) {}
