package dev.npanel.web.nginx.vhost;

import dev.npanel.api.action.ActionType;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Lock;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.web.Web;
import dev.npanel.web.vhost.CreateVhost;
import dev.npanel.web.vhost.Vhost;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes a virtual host. */
@Component(service = Action.class)
public final class CreateVhostAction implements Action<CreateVhost, Vhost> {
    private final Vhosts vhosts;

    @Activate
    public CreateVhostAction(@Reference Vhosts vhosts) {
        this.vhosts = vhosts;
    }

    @Override
    public ActionType<CreateVhost, Vhost> type() {
        return Web.VHOST_CREATE;
    }

    @Override
    public Set<Lock> locks(CreateVhost request) {
        return VhostLocks.of(request.vhost());
    }

    @Override
    public Plan<Vhost> plan(CreateVhost request, HostView host) {
        if (vhosts.find(host, request.vhost().domain()).isPresent()) {
            throw Names.exists();
        }
        Names.requireDirectories(List.of(), request.vhost());
        Names.require(host, vhosts, request.vhost());
        return VhostSteps.put(host, vhosts, null, request.vhost());
    }
}
