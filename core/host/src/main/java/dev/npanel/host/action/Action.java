package dev.npanel.host.action;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.Scoped;
import dev.npanel.host.effect.HostView;
import java.util.Set;

/**
 * Does one thing on the host, by planning it. Implemented by backends and registered as an OSGi service of this type; the
 * engine does everything else: permission, locks, journal, applying, undoing, history.
 *
 * <p>Called from many threads at once. Between two calls an action keeps nothing.
 */
public interface Action<I extends Record & Scoped, O extends Record> {
    /** Which action of which contract this is. At most one implementation may be registered for it. */
    ActionType<I, O> type();

    /**
     * What must not change between planning and committing. The engine holds these locks meanwhile; changes with other
     * locks, and those that share one, go on side by side. Not asked for actions that only read.
     */
    default Set<Lock> locks(I request) {
        return Set.of(Lock.on(type(), request.scope()));
    }

    /**
     * The steps that lead from the present state to what is asked; changes nothing itself. A request that the state does not
     * allow ends in a {@link dev.npanel.api.problem.ProblemException}. For actions that only read the plan has no steps.
     */
    Plan<O> plan(I request, HostView host);
}
