package dev.npanel.panel.rest;

import dev.npanel.api.action.Permission;
import dev.npanel.api.action.Scope;
import java.util.function.Supplier;

/**
 * What a plugin's panel side does without the agent, under the same gate and in the same audit trail as if the agent did it. An
 * OSGi service of the core; thread-safe.
 */
public interface Privileged {
    /**
     * Does the work when the caller holds the permission and owns the scope; announced in the audit trail before and concluded
     * after, unless the context is a dry run, which the work itself has to heed.
     *
     * @throws dev.npanel.api.problem.ProblemException {@code FORBIDDEN}, or what the work throws
     */
    <T> T perform(CallContext context, Permission permission, Scope scope, Supplier<T> work);
}
