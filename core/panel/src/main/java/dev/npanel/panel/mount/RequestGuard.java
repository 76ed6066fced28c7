package dev.npanel.panel.mount;

import dev.npanel.api.action.Permission;
import dev.npanel.panel.rest.CallContext;

/**
 * Decides who comes in. Asked once for each request, before its body is read and whatever its method or content type. One
 * OSGi service of the core; thread-safe; nothing is mounted while there is none.
 */
public interface RequestGuard {
    /**
     * The caller, when somebody is logged in whose role holds the permission.
     *
     * @throws dev.npanel.api.problem.ProblemException {@code UNAUTHENTICATED}, {@code FORBIDDEN} or {@code LIMIT}
     */
    CallContext admit(GuardedRequest request, Permission permission);

    /**
     * Passes a request for what everybody may call, within limits.
     *
     * @throws dev.npanel.api.problem.ProblemException {@code LIMIT}
     */
    void admitAnonymous(GuardedRequest request);

    /**
     * Passes a request that nothing answers when somebody is logged in; strangers do not learn what exists.
     *
     * @throws dev.npanel.api.problem.ProblemException {@code UNAUTHENTICATED} or {@code LIMIT}
     */
    void admitUnmatched(GuardedRequest request);
}
