package dev.npanel.web.nginx.directory;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Lock;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Ownership;
import dev.npanel.host.step.PutFile;
import dev.npanel.web.Web;
import dev.npanel.web.directory.ProtectDirectory;
import dev.npanel.web.directory.ProtectedDirectory;
import dev.npanel.web.nginx.site.Places;
import dev.npanel.web.nginx.vhost.Vhosts;
import dev.npanel.web.vhost.Vhost;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has a directory ask for a password. */
@Component(service = Action.class)
public final class ProtectDirectoryAction implements Action<ProtectDirectory, Vhost> {
    /** nginx's workers read it; nobody else of the host, and no preview, shows it. */
    private static final Ownership READABLE = new Ownership("root", Places.NGINX_GROUP, 0640);

    private final Vhosts vhosts;

    @Activate
    public ProtectDirectoryAction(@Reference Vhosts vhosts) {
        this.vhosts = vhosts;
    }

    @Override
    public ActionType<ProtectDirectory, Vhost> type() {
        return Web.DIRECTORY_PROTECT;
    }

    @Override
    public Set<Lock> locks(ProtectDirectory request) {
        return Vhosts.locks(request.account(), request.domain());
    }

    @Override
    public Plan<Vhost> plan(ProtectDirectory request, HostView host) {
        Vhost before = vhosts.require(host, request.domain(), request.account());
        List<ProtectedDirectory> directories = new ArrayList<>(before.directories());
        directories.removeIf(each -> each.path().equals(request.path()));
        directories.add(request.directory());
        AbsolutePath file = Places.users(request.domain(), request.path());
        PutFile users = new PutFile(file, UserFile.of(request.users(), host.file(file)), READABLE);
        return vhosts.changed(host, before, before.withDirectories(directories), users);
    }
}
