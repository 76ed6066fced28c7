package dev.npanel.dns.panel.defaults;

import dev.npanel.api.action.Contract;
import dev.npanel.dns.Dns;
import dev.npanel.dns.panel.template.TemplateStore;
import dev.npanel.panel.rest.CallContext;
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

    @Activate
    public DefaultsResource(@Reference DefaultsStore store, @Reference TemplateStore templates) {
        this.store = store;
        this.templates = templates;
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
        if (!caller.dryRun()) {
            store.write(defaults);
        }
        return defaults;
    }
}
