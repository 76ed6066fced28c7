package dev.npanel.panel.extender;

import dev.npanel.api.action.Permission;
import dev.npanel.api.problem.Problem;
import dev.npanel.panel.mount.GuardedRequest;
import dev.npanel.panel.mount.RequestGuard;
import dev.npanel.panel.rest.CallContext;

/**
 * While the panel starts, tells whoever asks for what is not there yet to come again, instead of that it does not exist, or that
 * nobody is logged in: a client may well take that for an answer, and a login for a wrong password. Thread-safe.
 */
record StartGuard(RequestGuard guard, Routes routes) implements RequestGuard {
    @Override
    public CallContext admit(GuardedRequest request, Permission permission) {
        return guard.admit(request, permission);
    }

    @Override
    public void admitAnonymous(GuardedRequest request) {
        guard.admitAnonymous(request);
    }

    @Override
    public void admitUnmatched(GuardedRequest request) {
        if (!routes.isComplete()) {
            throw Problem.unavailable("panel.starting", "The panel is still starting.", 1)
                    .asException();
        }
        guard.admitUnmatched(request);
    }
}
