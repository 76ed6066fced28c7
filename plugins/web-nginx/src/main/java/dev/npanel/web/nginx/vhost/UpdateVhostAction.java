package dev.npanel.web.nginx.vhost;

import dev.npanel.api.action.ActionType;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Lock;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.web.Web;
import dev.npanel.web.vhost.UpdateVhost;
import dev.npanel.web.vhost.Vhost;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes a virtual host. */
@Component(service = Action.class)
public final class UpdateVhostAction implements Action<UpdateVhost, Vhost> {
    private final Vhosts vhosts;

    @Activate
    public UpdateVhostAction(@Reference Vhosts vhosts) {
        this.vhosts = vhosts;
    }

    @Override
    public ActionType<UpdateVhost, Vhost> type() {
        return Web.VHOST_UPDATE;
    }

    @Override
    public Set<Lock> locks(UpdateVhost request) {
        return VhostLocks.of(request.vhost());
    }

    @Override
    public Plan<Vhost> plan(UpdateVhost request, HostView host) {
        Vhost before = vhosts.require(host, request.vhost().domain());
        if (!before.account().equals(request.vhost().account())) {
            throw Names.ofAnother();
        }
        Names.requireDirectories(before.directories(), request.vhost());
        Names.require(host, vhosts, request.vhost());
        return VhostSteps.put(host, vhosts, before, request.vhost());
    }
}
