package dev.npanel.panel.jersey;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.reflect.Method;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.Invocable;

/** What would answer a request; asked for by filters that come after the matching. */
final class Matched {
    private Matched() {}

    static Invocable invocable(ContainerRequestContext request) {
        return ((ExtendedUriInfo) request.getUriInfo())
                .getMatchedResourceMethod()
                .getInvocable();
    }

    /** The resource's method. */
    static Method handler(ContainerRequestContext request) {
        return invocable(request).getHandlingMethod();
    }
}
