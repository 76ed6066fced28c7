package dev.npanel.web.nginx.server;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Lock;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.Move;
import dev.npanel.host.step.Ownership;
import dev.npanel.host.step.PutFile;
import dev.npanel.host.step.Step;
import dev.npanel.host.step.UnitChange;
import dev.npanel.host.step.UnitChange.Verb;
import dev.npanel.web.Web;
import dev.npanel.web.nginx.site.Places;
import dev.npanel.web.nginx.site.VhostFile;
import dev.npanel.web.nginx.vhost.Vhosts;
import dev.npanel.web.server.RepairWeb;
import dev.npanel.web.server.WebState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes back what was done by hand to a site's file, when nginx would not take it: until then no change of any site can get through.
 * What stood there is kept as with every change, and comes back with its revert.
 */
@Component(service = Action.class)
public final class RepairAction implements Action<RepairWeb, WebState> {
    private static final String IN_SITES = Places.sites() + "/";
    private static final int MOST_ASIDE = 1000;

    private final Vhosts vhosts;
    private final Refusals refusals;

    @Activate
    public RepairAction(@Reference Vhosts vhosts, @Reference Refusals refusals) {
        this.vhosts = vhosts;
        this.refusals = refusals;
    }

    @Override
    public ActionType<RepairWeb, WebState> type() {
        return Web.REPAIR;
    }

    @Override
    public Set<Lock> locks(RepairWeb request) {
        return Stream.concat(
                        Stream.of("web:repair"),
                        name()
                                .filter(name -> name.endsWith(Inspection.SUFFIX))
                                .map(name ->
                                        "web:name:" + name.substring(0, name.length() - Inspection.SUFFIX.length()))
                                .stream())
                .map(Lock::new)
                .collect(Collectors.toSet());
    }

    @Override
    public Plan<WebState> plan(RepairWeb request, HostView host) {
        List<Step> steps = name().stream().flatMap(name -> repair(name, host)).toList();
        return Plan.reading(
                steps.isEmpty()
                        ? steps
                        : Stream.concat(steps.stream(), Stream.of(new UnitChange(NginxReloading.UNIT, Verb.RELOAD)))
                                .toList(),
                after -> Inspection.of(after, refusals));
    }

    private Stream<Step> repair(String name, HostView host) {
        AbsolutePath file = Places.sites().child(name);
        Optional<Content> present = host.file(file).filter(content -> !VhostFile.isIntact(content));
        if (present.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(vhosts.model(present.get())
                .filter(vhost -> Places.site(vhost.domain()).equals(file))
                .<Step>map(vhost -> new PutFile(file, vhosts.content(vhost), Ownership.ROOT_0644))
                .orElseGet(() -> new Move(file, aside(name, host))));
    }

    private static AbsolutePath aside(String name, HostView host) {
        List<String> there = host.children(Places.sites());
        return IntStream.range(0, MOST_ASIDE)
                .mapToObj(i -> name + (i == 0 ? "" : "." + i) + Inspection.ASIDE)
                .filter(free -> !there.contains(free))
                .map(Places.sites()::child)
                .findFirst()
                .orElseThrow();
    }

    /** The name of the file in the sites' directory that nginx has refused last. */
    private Optional<String> name() {
        return refusals.last()
                .map(Refusals.Refusal::file)
                .filter(file -> file.startsWith(IN_SITES))
                .map(file -> file.substring(IN_SITES.length()))
                .filter(RepairAction::isName);
    }

    private static boolean isName(String name) {
        try {
            return !name.contains("/") && Places.sites().child(name).text().equals(IN_SITES + name);
        } catch (ProblemException none) {
            return false;
        }
    }
}
