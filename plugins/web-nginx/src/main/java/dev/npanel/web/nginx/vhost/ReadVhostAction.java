package dev.npanel.web.nginx.vhost;

import dev.npanel.api.action.ActionType;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.web.Web;
import dev.npanel.web.vhost.ReadVhost;
import dev.npanel.web.vhost.Vhost;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads a virtual host. */
@Component(service = Action.class)
public final class ReadVhostAction implements Action<ReadVhost, Vhost> {
    private final Vhosts vhosts;

    @Activate
    public ReadVhostAction(@Reference Vhosts vhosts) {
        this.vhosts = vhosts;
    }

    @Override
    public ActionType<ReadVhost, Vhost> type() {
        return Web.VHOST_READ;
    }

    @Override
    public Plan<Vhost> plan(ReadVhost request, HostView host) {
        return Plan.answer(vhosts.require(host, request.domain()));
    }
}
