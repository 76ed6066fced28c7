package dev.npanel.web.nginx.log;

import dev.npanel.api.action.ActionType;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.web.Web;
import dev.npanel.web.log.LogLines;
import dev.npanel.web.log.ReadLog;
import dev.npanel.web.nginx.vhost.Vhosts;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the last lines of a log. */
@Component(service = Action.class)
public final class ReadLogAction implements Action<ReadLog, LogLines> {
    private final Vhosts vhosts;

    @Activate
    public ReadLogAction(@Reference Vhosts vhosts) {
        this.vhosts = vhosts;
    }

    @Override
    public ActionType<ReadLog, LogLines> type() {
        return Web.LOG_READ;
    }

    @Override
    public Plan<LogLines> plan(ReadLog request, HostView host) {
        try {
            return Plan.answer(new LogFile(vhosts.log(host, request.domain(), request.log()))
                    .before(request.before(), request.lines(), request.filter()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
