package dev.npanel.web.nginx.server;

import dev.npanel.api.action.ActionType;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.web.Web;
import dev.npanel.web.server.InspectWeb;
import dev.npanel.web.server.WebState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says what is not as it should be. */
@Component(service = Action.class)
public final class InspectAction implements Action<InspectWeb, WebState> {
    private final Refusals refusals;

    @Activate
    public InspectAction(@Reference Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public ActionType<InspectWeb, WebState> type() {
        return Web.INSPECT;
    }

    @Override
    public Plan<WebState> plan(InspectWeb request, HostView host) {
        return Plan.answer(Inspection.of(host, refusals));
    }
}
