package dev.npanel.panel.openapi;

import dev.npanel.api.action.Access;
import dev.npanel.api.action.Contract;
import dev.npanel.api.action.Permission;
import dev.npanel.panel.mount.Mounts;
import dev.npanel.panel.rest.Requires;
import dev.npanel.panel.rest.Resource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code GET /api/openapi.json} (C10). Made anew for each request, so that it keeps no class of a plugin that has gone. */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("openapi.json")
public final class OpenApiResource implements Resource {
    private static final Permission READ = new Permission("openapi.read", Access.OWNER);
    private static final Contract CONTRACT = new Contract("openapi", List.of(), List.of(READ));

    private final Mounts mounts;

    @Activate
    public OpenApiResource(@Reference Mounts mounts) {
        this.mounts = mounts;
    }

    @Override
    public Contract contract() {
        return CONTRACT;
    }

    @GET
    @Requires("openapi.read")
    public Map<String, Object> read() {
        return ApiDocument.of(mounts.all());
    }
}
