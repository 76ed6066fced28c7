package dev.npanel.web.panel;

import dev.npanel.api.action.Contract;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.rest.Answers;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Reply;
import dev.npanel.panel.rest.Requires;
import dev.npanel.panel.rest.Resource;
import dev.npanel.web.Web;
import dev.npanel.web.php.ListPhp;
import dev.npanel.web.php.PhpVersions;
import dev.npanel.web.server.InspectWeb;
import dev.npanel.web.server.RepairWeb;
import dev.npanel.web.server.WebState;
import dev.npanel.web.vhost.ReloadWeb;
import dev.npanel.web.vhost.Reloaded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The web server itself: W4, and the versions of PHP there are. */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("web")
@Produces(MediaType.APPLICATION_JSON)
public final class WebServerResource implements Resource {
    private final Agent agent;

    @Activate
    public WebServerResource(@Reference Agent agent) {
        this.agent = agent;
    }

    @Override
    public Contract contract() {
        return Web.CONTRACT;
    }

    /** Drops no connection. */
    @POST
    @Path("reload")
    @Requires("web.server.reload")
    @Answers(Reloaded.class)
    public Response reload(@Context CallContext caller) {
        return Reply.ok(agent.call(caller, Web.RELOAD, new ReloadWeb()));
    }

    /** Makes the site's file again that nginx has refused last because somebody has changed it by hand, or puts it aside. */
    @POST
    @Path("repair")
    @Requires("web.server.repair")
    @Answers(WebState.class)
    public Response repair(@Context CallContext caller) {
        return Reply.ok(agent.call(caller, Web.REPAIR, new RepairWeb()));
    }

    /** What is not as it should be with the configuration. */
    @GET
    @Path("state")
    @Requires("web.server.inspect")
    public WebState state(@Context CallContext caller) {
        return agent.read(caller, Web.INSPECT, new InspectWeb());
    }

    /** The versions of PHP that a site can have, the oldest first. */
    @GET
    @Path("php")
    @Requires("web.php.list")
    public PhpVersions php(@Context CallContext caller) {
        return agent.read(caller, Web.PHP_LIST, new ListPhp(caller.caller().account()));
    }
}
