package dev.npanel.panel.jersey;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.panel.mount.GuardedRequest;
import dev.npanel.panel.mount.Operation;
import dev.npanel.panel.mount.RequestGuard;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Has every request admitted by the permission of the very method that would answer it. Everything else is refused. */
@Priority(Priorities.AUTHENTICATION)
final class GuardFilter implements ContainerRequestFilter {
    private final RequestGuard guard;
    private final Map<Method, Operation> operations = new HashMap<>();

    GuardFilter(RequestGuard guard, List<Operation> operations) {
        this.guard = guard;
        operations.forEach(operation -> this.operations.put(operation.handler(), operation));
    }

    @Override
    public void filter(ContainerRequestContext request) {
        GuardedRequest guarded = (GuardedRequest) request.getProperty(ContextParameters.REQUEST);
        Operation operation = operations.get(Matched.handler(request));
        if (operation == null) {
            // Jersey itself would answer, not a method that was inspected
            throw Problem.of(ProblemKind.FORBIDDEN, "forbidden", "This is not for you.")
                    .asException();
        }
        if (operation.permission() == null) {
            guard.admitAnonymous(guarded);
        } else {
            request.setProperty(ContextParameters.CALLER, guard.admit(guarded, operation.permission()));
        }
    }
}
