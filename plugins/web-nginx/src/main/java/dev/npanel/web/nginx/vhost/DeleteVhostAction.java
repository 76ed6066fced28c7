package dev.npanel.web.nginx.vhost;

import dev.npanel.api.action.ActionType;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Lock;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.web.Web;
import dev.npanel.web.vhost.DeleteVhost;
import dev.npanel.web.vhost.Vhost;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Ends a virtual host. */
@Component(service = Action.class)
public final class DeleteVhostAction implements Action<DeleteVhost, Vhost> {
    private final Vhosts vhosts;

    @Activate
    public DeleteVhostAction(@Reference Vhosts vhosts) {
        this.vhosts = vhosts;
    }

    @Override
    public ActionType<DeleteVhost, Vhost> type() {
        return Web.VHOST_DELETE;
    }

    @Override
    public Set<Lock> locks(DeleteVhost request) {
        return VhostLocks.of(request.account(), Set.of(request.domain()));
    }

    @Override
    public Plan<Vhost> plan(DeleteVhost request, HostView host) {
        Vhost before = vhosts.require(host, request.domain());
        if (!before.account().equals(request.account())) {
            throw Names.ofAnother();
        }
        return VhostSteps.remove(host, vhosts, before, request.files());
    }
}
