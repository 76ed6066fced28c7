package dev.npanel.web.nginx.server;

import dev.npanel.api.action.ActionType;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.UnitChange;
import dev.npanel.host.step.UnitChange.Verb;
import dev.npanel.web.Web;
import dev.npanel.web.vhost.ReloadWeb;
import dev.npanel.web.vhost.Reloaded;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Has nginx read its configuration again. */
@Component(service = Action.class)
public final class ReloadAction implements Action<ReloadWeb, Reloaded> {
    @Override
    public ActionType<ReloadWeb, Reloaded> type() {
        return Web.RELOAD;
    }

    @Override
    public Plan<Reloaded> plan(ReloadWeb request, HostView host) {
        return Plan.of(List.of(new UnitChange(NginxReloading.UNIT, Verb.RELOAD)), new Reloaded());
    }
}
