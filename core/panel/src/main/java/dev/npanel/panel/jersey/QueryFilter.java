package dev.npanel.panel.jersey;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.Violation;
import dev.npanel.panel.mount.GuardedRequest;
import dev.npanel.panel.mount.Operation;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Refuses a query that its method would not read whole: a parameter that it does not know, or that is given twice. What was
 * meant as {@code dryRun}, and is misspelt, must not be done.
 */
@Priority(Priorities.AUTHORIZATION)
final class QueryFilter implements ContainerRequestFilter {
    private static final int LONGEST_NAME = 64;
    private static final int MOST = 20;

    private final Map<Method, SortedMap<String, Class<?>>> known = new HashMap<>();

    QueryFilter(List<Operation> operations) {
        operations.forEach(operation -> known.put(operation.handler(), parameters(operation)));
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Map<String, List<String>> query = request.getUriInfo().getQueryParameters();
        if (query.isEmpty()) {
            return;
        }
        SortedMap<String, Class<?>> types = known.getOrDefault(Matched.handler(request), Collections.emptySortedMap());
        List<Violation> violations = query.entrySet().stream()
                .flatMap(given -> violation(given.getKey(), given.getValue().size(), types).stream())
                .limit(MOST)
                .toList();
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).asException();
        }
    }

    private static Optional<Violation> violation(String name, int times, SortedMap<String, Class<?>> types) {
        Class<?> type = types.get(name);
        if (type == null) {
            String those = types.isEmpty() ? "" : "; known are " + String.join(", ", types.keySet());
            return Optional.of(new Violation(shown(name), "is not known here" + those));
        }
        return times == 1 || Collection.class.isAssignableFrom(type)
                ? Optional.empty()
                : Optional.of(new Violation(name, "must be given once"));
    }

    /** What everybody may call looks at no {@code dryRun}: a login is a login. */
    private static SortedMap<String, Class<?>> parameters(Operation operation) {
        SortedMap<String, Class<?>> types = new TreeMap<>();
        if (!operation.anonymous()) {
            types.put(GuardedRequest.DRY_RUN, boolean.class);
        }
        for (Parameter each : operation.handler().getParameters()) {
            QueryParam parameter = each.getAnnotation(QueryParam.class);
            if (parameter != null) {
                types.put(parameter.value(), each.getType());
            }
        }
        return types;
    }

    private static String shown(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
