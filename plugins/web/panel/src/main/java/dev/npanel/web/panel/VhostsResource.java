package dev.npanel.web.panel;

import dev.npanel.api.action.Caller;
import dev.npanel.api.action.Contract;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.DomainSet;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.domain.Domains;
import dev.npanel.panel.rest.Answers;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Reply;
import dev.npanel.panel.rest.Requires;
import dev.npanel.panel.rest.Resource;
import dev.npanel.web.Web;
import dev.npanel.web.vhost.CreateVhost;
import dev.npanel.web.vhost.DeleteVhost;
import dev.npanel.web.vhost.ListVhosts;
import dev.npanel.web.vhost.ReadVhost;
import dev.npanel.web.vhost.UpdateVhost;
import dev.npanel.web.vhost.Vhost;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Virtual hosts: W1, W2, W3, W5. */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("web/vhosts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class VhostsResource implements Resource {
    private final Agent agent;
    private final Domains domains;
    private final Owners owners;
    private final VhostDrafts drafts;
    private final Neighbours neighbours;

    @Activate
    public VhostsResource(
            @Reference Agent agent,
            @Reference Domains domains,
            @Reference Owners owners,
            @Reference VhostDrafts drafts,
            @Reference Neighbours neighbours) {
        this.drafts = drafts;
        this.neighbours = neighbours;
        this.agent = agent;
        this.domains = domains;
        this.owners = owners;
    }

    @Override
    public Contract contract() {
        return Web.CONTRACT;
    }

    @POST
    @Requires("web.vhost.create")
    @Answers(value = VhostView.class, status = 201)
    public Response create(@Context CallContext caller, NewVhost wanted) {
        Vhost vhost = drafts.of(caller, wanted);
        return Reply.created(neighbours.call(caller, Web.VHOST_CREATE, new CreateVhost(vhost)), VhostView::of);
    }

    /** The virtual hosts of the caller's domains, for an administrator those of the server; by pages. */
    @GET
    @Requires("web.vhost.list")
    public VhostView.Page list(
            @Context CallContext caller,
            @QueryParam("after") @Nullable DomainName after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        boolean everything = caller.caller().role() == Caller.Role.ADMINISTRATOR;
        DomainSet own = everything ? null : domains.ownedBy(caller.caller().account());
        ListVhosts wanted = new ListVhosts(own, after, limit);
        return own != null && own.isEmpty()
                ? new VhostView.Page(List.of(), null)
                : VhostView.Page.of(agent.read(caller, Web.VHOST_LIST, wanted));
    }

    @GET
    @Path("{domain}")
    @Requires("web.vhost.read")
    public VhostView read(@Context CallContext caller, @PathParam("domain") DomainName domain) {
        return VhostView.of(present(caller, domain));
    }

    /** Changes what is said, and leaves all else as it is. */
    @PUT
    @Path("{domain}")
    @Requires("web.vhost.update")
    @Answers(VhostView.class)
    public Response update(@Context CallContext caller, @PathParam("domain") DomainName domain, VhostFields fields) {
        Vhost present = present(caller, domain);
        Vhost wanted = fields.over(present, drafts.newest(caller, present.account()));
        owners.requireNames(wanted);
        owners.requireCertificate(wanted);
        if (!wanted.site().equals(present.site())) {
            owners.requireUpstream(caller, wanted.site());
        }
        if (!wanted.directives().equals(present.directives())) {
            owners.requireDirectives(caller, wanted);
        }
        return Reply.ok(neighbours.call(caller, Web.VHOST_UPDATE, new UpdateVhost(wanted)), VhostView::of);
    }

    @PUT
    @Path("{domain}/php")
    @Requires("web.vhost.update")
    @Answers(VhostView.class)
    public Response php(@Context CallContext caller, @PathParam("domain") DomainName domain, PhpChoice choice) {
        return update(
                caller,
                domain,
                new VhostFields(
                        null,
                        null,
                        choice.version(),
                        choice.settings(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    /** The site goes on without HTTPS; its certificate stays. */
    @DELETE
    @Path("{domain}/tls")
    @Requires("web.vhost.update")
    @Answers(VhostView.class)
    public Response withoutTls(@Context CallContext caller, @PathParam("domain") DomainName domain) {
        UpdateVhost wanted = new UpdateVhost(present(caller, domain).withTls(null));
        return Reply.ok(neighbours.call(caller, Web.VHOST_UPDATE, wanted), VhostView::of);
    }

    /** Everybody sees a page that says so, until it is taken up again. */
    @POST
    @Path("{domain}/suspend")
    @Requires("web.vhost.suspend")
    @Answers(VhostView.class)
    public Response suspend(@Context CallContext caller, @PathParam("domain") DomainName domain) {
        return suspended(caller, domain, true);
    }

    @POST
    @Path("{domain}/unsuspend")
    @Requires("web.vhost.suspend")
    @Answers(VhostView.class)
    public Response unsuspend(@Context CallContext caller, @PathParam("domain") DomainName domain) {
        return suspended(caller, domain, false);
    }

    /** @param files whether the files in the document root go, too */
    @DELETE
    @Path("{domain}")
    @Requires("web.vhost.delete")
    @Answers(VhostView.class)
    public Response delete(
            @Context CallContext caller,
            @PathParam("domain") DomainName domain,
            @QueryParam("files") @DefaultValue("false") boolean files) {
        AccountName account = present(caller, domain).account();
        return Reply.ok(
                neighbours.call(caller, Web.VHOST_DELETE, new DeleteVhost(domain, account, files)), VhostView::of);
    }

    private Response suspended(CallContext caller, DomainName domain, boolean suspended) {
        Vhost wanted = present(caller, domain).withSuspended(suspended);
        return Reply.ok(neighbours.call(caller, Web.VHOST_UPDATE, new UpdateVhost(wanted)), VhostView::of);
    }

    private Vhost present(CallContext caller, DomainName domain) {
        return agent.read(caller, Web.VHOST_READ, new ReadVhost(domain));
    }
}
