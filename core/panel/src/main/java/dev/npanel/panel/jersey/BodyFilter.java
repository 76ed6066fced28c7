package dev.npanel.panel.jersey;

import dev.npanel.api.value.Text;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.lang.reflect.AnnotatedType;
import java.util.Arrays;
import java.util.List;
import org.glassfish.jersey.server.model.Invocable;
import org.glassfish.jersey.server.model.Parameter;

/** Refuses a request without the body that its method takes; only a parameter that may be null makes the body optional. */
@Priority(Priorities.USER)
final class BodyFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        Invocable invocable = Matched.invocable(request);
        List<Parameter> parameters = invocable.getParameters();
        AnnotatedType[] types = invocable.getHandlingMethod().getAnnotatedParameterTypes();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).getSource() == Parameter.Source.ENTITY
                    && !mayBeNull(types[i])
                    && !request.hasEntity()) {
                throw Text.refuse("must be a JSON body");
            }
        }
    }

    private static boolean mayBeNull(AnnotatedType type) {
        return Arrays.stream(type.getAnnotations())
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().equals("Nullable"));
    }
}
