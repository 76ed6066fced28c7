package dev.npanel.panel.jersey;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.panel.mount.GuardedRequest;
import dev.npanel.panel.mount.Operation;
import dev.npanel.panel.mount.ProblemAnswer;
import dev.npanel.panel.mount.RequestGuard;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.glassfish.jersey.server.ExtendedUriInfo;

/**
 * When no method fits a request (no such path, method or media type), tells so only to those who are logged in, and of paths that
 * are open to everybody anyway. Strangers get 401 whatever they try.
 */
final class StrangerFilter implements ContainerResponseFilter {
    private static final Set<Integer> UNMATCHED = Set.of(400, 404, 405, 406, 415);

    private final RequestGuard guard;
    private final Set<Method> anonymous;

    StrangerFilter(RequestGuard guard, List<Operation> operations) {
        this.guard = guard;
        this.anonymous = operations.stream()
                .filter(Operation::anonymous)
                .map(Operation::handler)
                .collect(Collectors.toSet());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        ExtendedUriInfo uri = (ExtendedUriInfo) request.getUriInfo();
        if (uri.getMatchedResourceMethod() != null || !UNMATCHED.contains(response.getStatus()) || open(uri)) {
            return;
        }
        try {
            guard.admitUnmatched((GuardedRequest) request.getProperty(ContextParameters.REQUEST));
        } catch (ProblemException refused) {
            ProblemAnswer answer = ProblemAnswer.of(refused.problem());
            response.getHeaders().clear();
            answer.headers().forEach(response.getHeaders()::putSingle);
            response.setStatus(answer.status());
            response.setEntity(answer, new Annotation[0], MediaType.valueOf(ProblemAnswer.MEDIA_TYPE));
        }
    }

    private boolean open(ExtendedUriInfo uri) {
        return uri.getMatchedRuntimeResources().stream()
                .limit(1)
                .flatMap(resource -> resource.getResourceMethods().stream())
                .anyMatch(method -> anonymous.contains(method.getInvocable().getHandlingMethod()));
    }
}
