package dev.npanel.dns.panel.defaults;

import dev.npanel.api.action.Contract;
import dev.npanel.api.action.Scope;
import dev.npanel.dns.Dns;
import dev.npanel.dns.panel.template.TemplateStore;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Privileged;
import dev.npanel.panel.rest.Requires;
import dev.npanel.panel.rest.Resource;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What new zones get, for administrators. */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("dns/defaults")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DefaultsResource implements Resource {
    private final DefaultsStore store;
    private final TemplateStore templates;
    private final Privileged privileged;

    @Activate
    public DefaultsResource(
            @Reference DefaultsStore store, @Reference TemplateStore templates, @Reference Privileged privileged) {
        this.store = store;
        this.templates = templates;
        this.privileged = privileged;
    }

    @Override
    public Contract contract() {
        return Dns.CONTRACT;
    }

    @GET
    @Requires("dns.defaults.read")
    public ZoneDefaults read() {
        return store.read();
    }

    @PUT
    @Requires("dns.defaults.change")
    public ZoneDefaults change(@Context CallContext caller, ZoneDefaults defaults) {
        if (defaults.template() != null) {
            templates.read("template", defaults.template());
        }
        return privileged.perform(caller, Dns.DEFAULTS_CHANGE, new Scope.Server(), () -> {
            if (!caller.dryRun()) {
                store.write(defaults);
            }
            return defaults;
        });
    }
}
