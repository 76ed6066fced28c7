package dev.npanel.panel.plugin;

import dev.npanel.api.action.Access;
import dev.npanel.api.action.Contract;
import dev.npanel.api.action.Permission;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.panel.mount.MountedBundle;
import dev.npanel.panel.mount.Mounts;
import dev.npanel.panel.rest.Page;
import dev.npanel.panel.rest.Requires;
import dev.npanel.panel.rest.Resource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/plugins} (C6), as far as the panel knows by itself: which bundles serve what, or why they do not. */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("plugins")
public final class PluginsResource implements Resource {
    private static final Permission LIST = new Permission("plugin.list", Access.ADMINISTRATOR);
    private static final Permission READ = new Permission("plugin.read", Access.ADMINISTRATOR);
    private static final Contract CONTRACT = new Contract("plugin", List.of(), List.of(LIST, READ));

    private final Mounts mounts;

    /**
     * A bundle with REST resources.
     *
     * @param served whether its resources are served
     * @param permissions that its resources ask for
     * @param operations what it serves, {@code GET /api/dns/{domain}}
     * @param refusals why it is not served
     */
    public record PluginView(
            String name,
            String version,
            boolean served,
            List<String> permissions,
            List<String> operations,
            List<String> refusals) {}

    @Activate
    public PluginsResource(@Reference Mounts mounts) {
        this.mounts = mounts;
    }

    @Override
    public Contract contract() {
        return CONTRACT;
    }

    @GET
    @Requires("plugin.list")
    public Page<PluginView> list() {
        return new Page<>(mounts.all().stream().map(PluginsResource::view).toList(), null);
    }

    @GET
    @Path("{name}")
    @Requires("plugin.read")
    public PluginView read(@PathParam("name") String name) {
        return mounts.all().stream()
                .filter(bundle -> bundle.bundle().equals(name))
                .findFirst()
                .map(PluginsResource::view)
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "plugin.not-found", "There is no such plugin.")
                        .asException());
    }

    private static PluginView view(MountedBundle bundle) {
        return new PluginView(
                bundle.bundle(),
                bundle.version(),
                bundle.served(),
                bundle.operations().stream()
                        .map(operation -> operation.permission())
                        .filter(Objects::nonNull)
                        .map(Permission::name)
                        .distinct()
                        .sorted()
                        .toList(),
                bundle.operations().stream()
                        .map(operation -> operation.method() + " " + operation.path())
                        .sorted()
                        .toList(),
                bundle.refusals());
    }
}
