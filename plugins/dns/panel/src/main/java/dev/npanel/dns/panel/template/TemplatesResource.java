package dev.npanel.dns.panel.template;

import dev.npanel.api.action.Contract;
import dev.npanel.api.action.Scope;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.dns.Dns;
import dev.npanel.panel.rest.Answers;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Privileged;
import dev.npanel.panel.rest.Requires;
import dev.npanel.panel.rest.Resource;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Zone templates: everybody sees them, administrators make them. */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("dns/templates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TemplatesResource implements Resource {
    private final TemplateStore store;
    private final Privileged privileged;

    @Activate
    public TemplatesResource(@Reference TemplateStore store, @Reference Privileged privileged) {
        this.store = store;
        this.privileged = privileged;
    }

    /** All templates. */
    public record Templates(List<ZoneTemplate> items) {}

    @Override
    public Contract contract() {
        return Dns.CONTRACT;
    }

    @GET
    @Requires("dns.template.list")
    public Templates list() {
        return new Templates(store.list());
    }

    @GET
    @Path("{name}")
    @Requires("dns.template.list")
    public ZoneTemplate read(@PathParam("name") TemplateName name) {
        return present(name);
    }

    @POST
    @Requires("dns.template.change")
    @Answers(value = ZoneTemplate.class, status = 201)
    public Response create(@Context CallContext caller, ZoneTemplate template) {
        return change(caller, () -> {
            if (caller.dryRun()) {
                return Response.ok(template).build();
            }
            store.add(template);
            return Response.status(Response.Status.CREATED).entity(template).build();
        });
    }

    @PUT
    @Path("{name}")
    @Requires("dns.template.change")
    public ZoneTemplate change(
            @Context CallContext caller, @PathParam("name") TemplateName name, ZoneTemplate template) {
        if (!template.name().equals(name)) {
            throw Problem.invalid("name", "must be the name of the path").asException();
        }
        return change(caller, () -> {
            present(name);
            refuseBuiltIn(name);
            if (!caller.dryRun()) {
                store.put(template);
            }
            return template;
        });
    }

    @DELETE
    @Path("{name}")
    @Requires("dns.template.change")
    public ZoneTemplate delete(@Context CallContext caller, @PathParam("name") TemplateName name) {
        return change(caller, () -> {
            ZoneTemplate template = present(name);
            refuseBuiltIn(name);
            if (!caller.dryRun()) {
                store.remove(name);
            }
            return template;
        });
    }

    private <T> T change(CallContext caller, Supplier<T> work) {
        return privileged.perform(caller, Dns.TEMPLATE_CHANGE, new Scope.Server(), work);
    }

    private ZoneTemplate present(TemplateName name) {
        return store.find(name)
                .orElseThrow(() -> Problem.of(
                                ProblemKind.NOT_FOUND, "dns.template.unknown", "There is no template of this name.")
                        .asException());
    }

    private static void refuseBuiltIn(TemplateName name) {
        if (TemplateStore.builtIn(name).isPresent()) {
            throw Problem.of(ProblemKind.CONFLICT, "dns.template.built-in", "This template comes with nPanel.")
                    .asException();
        }
    }
}
