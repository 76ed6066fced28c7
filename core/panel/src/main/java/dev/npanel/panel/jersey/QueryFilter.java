package dev.npanel.panel.jersey;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.Violation;
import dev.npanel.panel.mount.Operation;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.glassfish.jersey.server.ExtendedUriInfo;

/**
 * Refuses a query that its method would not read whole: a parameter that it does not know, or that is given twice. What was
 * meant as {@code dryRun}, and is misspelt, must not be done.
 */
@Priority(Priorities.AUTHORIZATION)
final class QueryFilter implements ContainerRequestFilter {
    private static final String DRY_RUN = "dryRun";
    private static final int LONGEST_NAME = 64;

    private final Map<Method, Set<String>> known = new HashMap<>();

    QueryFilter(List<Operation> operations) {
        operations.forEach(operation -> known.put(operation.handler(), parameters(operation.handler())));
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Map<String, List<String>> query = request.getUriInfo().getQueryParameters();
        if (query.isEmpty()) {
            return;
        }
        Method handler = ((ExtendedUriInfo) request.getUriInfo())
                .getMatchedResourceMethod()
                .getInvocable()
                .getHandlingMethod();
        Set<String> names = known.getOrDefault(handler, Set.of());
        List<Violation> violations = new ArrayList<>();
        query.forEach((name, values) -> {
            if (!names.contains(name)) {
                violations.add(new Violation(shown(name), "is not known here; known are " + String.join(", ", names)));
            } else if (values.size() > 1) {
                violations.add(new Violation(name, "must be given once"));
            }
        });
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).asException();
        }
    }

    private static Set<String> parameters(Method handler) {
        Set<String> names = Arrays.stream(handler.getParameters())
                .map((Parameter each) -> each.getAnnotation(QueryParam.class))
                .filter(annotation -> annotation != null)
                .map(QueryParam::value)
                .collect(Collectors.toCollection(TreeSet::new));
        names.add(DRY_RUN);
        return names;
    }

    private static String shown(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
