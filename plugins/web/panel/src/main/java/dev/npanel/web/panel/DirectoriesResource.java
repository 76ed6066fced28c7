package dev.npanel.web.panel;

import dev.npanel.api.action.Contract;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.rest.Answers;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Reply;
import dev.npanel.panel.rest.Requires;
import dev.npanel.panel.rest.Resource;
import dev.npanel.web.Web;
import dev.npanel.web.directory.ProtectDirectory;
import dev.npanel.web.directory.UnprotectDirectory;
import dev.npanel.web.vhost.ReadVhost;
import dev.npanel.web.vhost.UrlPath;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Directories of a site that ask for a user and a password. */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("web/vhosts/{domain}/directories")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DirectoriesResource implements Resource {
    private final Agent agent;
    private final Neighbours neighbours;

    @Activate
    public DirectoriesResource(@Reference Agent agent, @Reference Neighbours neighbours) {
        this.agent = agent;
        this.neighbours = neighbours;
    }

    @Override
    public Contract contract() {
        return Web.CONTRACT;
    }

    /** The directory has these users from now on, whether it was protected before or not. */
    @PUT
    @Requires("web.directory.protect")
    @Answers(VhostView.class)
    public Response protect(@Context CallContext caller, @PathParam("domain") DomainName domain, ProtectedPath wanted) {
        ProtectDirectory request =
                new ProtectDirectory(domain, account(caller, domain), wanted.path(), wanted.realm(), wanted.users());
        return Reply.ok(neighbours.call(caller, Web.DIRECTORY_PROTECT, request), VhostView::of);
    }

    /** Everybody gets to it again. */
    @DELETE
    @Requires("web.directory.unprotect")
    @Answers(VhostView.class)
    public Response unprotect(
            @Context CallContext caller,
            @PathParam("domain") DomainName domain,
            @QueryParam("path") @Nullable UrlPath path) {
        if (path == null) {
            throw Problem.invalid("path", "is required").asException();
        }
        UnprotectDirectory request = new UnprotectDirectory(domain, account(caller, domain), path);
        return Reply.ok(neighbours.call(caller, Web.DIRECTORY_UNPROTECT, request), VhostView::of);
    }

    private AccountName account(CallContext caller, DomainName domain) {
        return agent.read(caller, Web.VHOST_READ, new ReadVhost(domain)).account();
    }
}
