package dev.npanel.panel.extender;

import dev.npanel.api.action.Permission;
import dev.npanel.panel.mount.Operation;
import dev.npanel.panel.rest.Anonymous;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Requires;
import dev.npanel.panel.rest.Resource;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.glassfish.jersey.server.model.ResourceMethod;

/**
 * What a bundle's resources would serve, and why they must not: a method that does not say who may call it, or names a
 * permission that its contract does not have, keeps the whole bundle out. Looks at Jersey's own model, so that nothing Jersey
 * would serve is overlooked.
 */
final class Inspection {
    private static final Pattern BEGINNING = Pattern.compile("/api/[a-z][a-z0-9.-]*(/.*)?");

    private final List<Operation> operations = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    private Inspection() {}

    static Inspection of(Collection<? extends Resource> resources) {
        Inspection inspection = new Inspection();
        resources.forEach(inspection::look);
        return inspection;
    }

    List<Operation> operations() {
        return List.copyOf(operations);
    }

    List<String> refusals() {
        return List.copyOf(refusals);
    }

    private void look(Resource resource) {
        Class<?> type = resource.getClass();
        var model = org.glassfish.jersey.server.model.Resource.from(type, true);
        if (model == null) {
            refusals.add(type.getName() + " has no @Path");
        } else {
            look(resource, model, "/api");
        }
    }

    private void look(Resource resource, org.glassfish.jersey.server.model.Resource model, String above) {
        String path = join(above, model.getPath());
        if (model.getResourceLocator() != null) {
            refuse(model.getResourceLocator().getInvocable().getHandlingMethod(), "is a sub-resource locator");
        }
        for (ResourceMethod method : model.getResourceMethods()) {
            look(resource, method.getHttpMethod(), path, method.getInvocable().getHandlingMethod());
        }
        model.getChildResources().forEach(child -> look(resource, child, path));
    }

    private void look(Resource resource, String verb, String path, Method method) {
        Requires requires = method.getAnnotation(Requires.class);
        Anonymous anonymous = method.getAnnotation(Anonymous.class);
        if (!BEGINNING.matcher(path).matches()) {
            refuse(
                    method,
                    "has a path that does not begin with a literal segment of a-z, 0-9, dot and hyphen: " + path);
        } else if ((requires == null) == (anonymous == null)) {
            refuse(method, "must carry @Requires or @Anonymous, and not both");
        } else if (requires == null) {
            admitAnonymous(verb, path, method);
        } else {
            Optional<Permission> permission = resource.contract().permission(requires.value());
            permission.ifPresentOrElse(
                    known -> operations.add(new Operation(verb, path, known, method)),
                    () -> refuse(method, "requires " + requires.value() + ", which its contract does not have"));
        }
    }

    private void admitAnonymous(String verb, String path, Method method) {
        if (Arrays.asList(method.getParameterTypes()).contains(CallContext.class)) {
            refuse(method, "is anonymous and takes a CallContext, which there is none of");
        } else {
            operations.add(new Operation(verb, path, null, method));
        }
    }

    private void refuse(Method method, String why) {
        refusals.add(method.getDeclaringClass().getName() + "." + method.getName() + " " + why);
    }

    private static String join(String above, String path) {
        String below = path.startsWith("/") ? path.substring(1) : path;
        return below.isEmpty() ? above : above + "/" + below;
    }
}
