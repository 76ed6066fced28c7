package dev.npanel.panel.agent;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.panel.rest.CallContext;
import java.util.Optional;

/**
 * The only door to the agent. A call is checked by the gate (the caller's role holds the action's permission, and the caller
 * owns the request's scope), entered in the audit trail before and after, and carried over the socket. An OSGi
 * service of the core; thread-safe; blocks until the answer is there.
 */
public interface Agent {
    /**
     * Has the agent do this, or show what it would do when the context is a dry run.
     *
     * @throws dev.npanel.api.problem.ProblemException what the gate, the channel, or the action on the other side refused;
     *     {@code UNAVAILABLE} while the agent is away
     */
    <I extends Record & Scoped, O extends Record> Outcome<O> call(
            CallContext context, ActionType<I, O> action, I request);

    /** As {@link #call} for what only reads, or in a context that is no dry run: the answer itself. */
    default <I extends Record & Scoped, O extends Record> O read(
            CallContext context, ActionType<I, O> action, I request) {
        return call(new CallContext(context.caller(), false), action, request).value();
    }

    /** As {@link #read}, for an answer that is passed on as it is. */
    default <I extends Record & Scoped, O extends Record> Forwarded<O> forward(
            CallContext context, ActionType<I, O> action, I request) {
        return Forwarded.of(read(context, action, request));
    }

    /** As {@link #read}; empty when the action says that what is asked for is not there. */
    default <I extends Record & Scoped, O extends Record> Optional<O> find(
            CallContext context, ActionType<I, O> action, I request) {
        try {
            return Optional.of(read(context, action, request));
        } catch (ProblemException refused) {
            if (refused.problem().kind() == ProblemKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
