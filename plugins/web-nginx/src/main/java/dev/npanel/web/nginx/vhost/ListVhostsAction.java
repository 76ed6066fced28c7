package dev.npanel.web.nginx.vhost;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.DomainSet;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.web.Web;
import dev.npanel.web.vhost.ListVhosts;
import dev.npanel.web.vhost.Vhost;
import dev.npanel.web.vhost.VhostPage;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists virtual hosts. */
@Component(service = Action.class)
public final class ListVhostsAction implements Action<ListVhosts, VhostPage> {
    private final Vhosts vhosts;

    @Activate
    public ListVhostsAction(@Reference Vhosts vhosts) {
        this.vhosts = vhosts;
    }

    @Override
    public ActionType<ListVhosts, VhostPage> type() {
        return Web.VHOST_LIST;
    }

    @Override
    public Plan<VhostPage> plan(ListVhosts request, HostView host) {
        DomainSet within = request.within();
        DomainName after = request.after();
        List<Vhost> found = vhosts.domains(host)
                .filter(domain -> after == null || domain.compareTo(after) > 0)
                .filter(domain -> within == null || within.covers(domain))
                .limit(request.limit() + 1L)
                .flatMap(domain -> vhosts.find(host, domain).stream())
                .toList();
        boolean more = found.size() > request.limit();
        return Plan.answer(new VhostPage(more ? found.subList(0, request.limit()) : found, more));
    }
}
