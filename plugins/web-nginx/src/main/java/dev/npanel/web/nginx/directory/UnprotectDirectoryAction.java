package dev.npanel.web.nginx.directory;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Lock;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Delete;
import dev.npanel.web.Web;
import dev.npanel.web.directory.ProtectedDirectory;
import dev.npanel.web.directory.UnprotectDirectory;
import dev.npanel.web.nginx.site.Places;
import dev.npanel.web.nginx.vhost.Vhosts;
import dev.npanel.web.vhost.Vhost;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets everybody into a directory again. */
@Component(service = Action.class)
public final class UnprotectDirectoryAction implements Action<UnprotectDirectory, Vhost> {
    private final Vhosts vhosts;

    @Activate
    public UnprotectDirectoryAction(@Reference Vhosts vhosts) {
        this.vhosts = vhosts;
    }

    @Override
    public ActionType<UnprotectDirectory, Vhost> type() {
        return Web.DIRECTORY_UNPROTECT;
    }

    @Override
    public Set<Lock> locks(UnprotectDirectory request) {
        return Vhosts.locks(request.account(), request.domain());
    }

    @Override
    public Plan<Vhost> plan(UnprotectDirectory request, HostView host) {
        Vhost before = vhosts.require(host, request.domain(), request.account());
        List<ProtectedDirectory> directories = before.directories().stream()
                .filter(each -> !each.path().equals(request.path()))
                .toList();
        if (directories.equals(before.directories())) {
            throw Problem.of(ProblemKind.NOT_FOUND, "web.directory.unknown", "That directory is not protected.")
                    .asException();
        }
        AbsolutePath file = Places.users(request.domain(), request.path());
        return host.file(file).isPresent()
                ? vhosts.changed(host, before, before.withDirectories(directories), new Delete(file))
                : vhosts.changed(host, before, before.withDirectories(directories));
    }
}
