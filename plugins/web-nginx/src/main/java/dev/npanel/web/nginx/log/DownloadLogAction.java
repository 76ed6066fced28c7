package dev.npanel.web.nginx.log;

import dev.npanel.api.action.ActionType;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.web.Web;
import dev.npanel.web.log.LogPart;
import dev.npanel.web.log.ReadLogPart;
import dev.npanel.web.nginx.vhost.Vhosts;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads a log part by part. */
@Component(service = Action.class)
public final class DownloadLogAction implements Action<ReadLogPart, LogPart> {
    private final Vhosts vhosts;

    @Activate
    public DownloadLogAction(@Reference Vhosts vhosts) {
        this.vhosts = vhosts;
    }

    @Override
    public ActionType<ReadLogPart, LogPart> type() {
        return Web.LOG_DOWNLOAD;
    }

    @Override
    public Plan<LogPart> plan(ReadLogPart request, HostView host) {
        try {
            return Plan.answer(new LogFile(vhosts.log(host, request.domain(), request.log())).from(request.from()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
