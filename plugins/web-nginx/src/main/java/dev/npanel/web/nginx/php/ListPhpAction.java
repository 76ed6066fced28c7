package dev.npanel.web.nginx.php;

import dev.npanel.api.action.ActionType;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.web.Web;
import dev.npanel.web.php.ListPhp;
import dev.npanel.web.php.PhpVersions;
import org.osgi.service.component.annotations.Component;

/** Lists the versions of PHP. */
@Component(service = Action.class)
public final class ListPhpAction implements Action<ListPhp, PhpVersions> {
    @Override
    public ActionType<ListPhp, PhpVersions> type() {
        return Web.PHP_LIST;
    }

    @Override
    public Plan<PhpVersions> plan(ListPhp request, HostView host) {
        return Plan.answer(new PhpVersions(PhpInstalls.all(host)));
    }
}
