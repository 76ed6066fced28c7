package dev.npanel.panel.extender;

import dev.npanel.api.action.Caller;
import dev.npanel.api.action.Permission;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.panel.mount.GuardedRequest;
import dev.npanel.panel.mount.RequestGuard;
import dev.npanel.panel.rest.CallContext;
import java.util.Set;

/** Knows "Bearer alice", who may do what she has been given. */
record Doorkeeper(Set<String> permissions) implements RequestGuard {
    @Override
    public CallContext admit(GuardedRequest request, Permission permission) {
        admitUnmatched(request);
        if (!permissions.contains(permission.name())) {
            throw Problem.of(ProblemKind.FORBIDDEN, "forbidden", "Not yours.").asException();
        }
        Caller caller = new Caller(new AccountName("alice"), Caller.Role.USER, request.peer(), request.id());
        return new CallContext(caller, request.dryRun());
    }

    @Override
    public void admitAnonymous(GuardedRequest request) {
        // everybody
    }

    @Override
    public void admitUnmatched(GuardedRequest request) {
        if (!"Bearer alice".equals(request.authorization())) {
            throw Problem.of(ProblemKind.UNAUTHENTICATED, "auth.required", "Log in.")
                    .asException();
        }
    }
}
