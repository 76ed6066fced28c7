package dev.npanel.dns.panel.migrate;

import dev.npanel.api.action.Contract;
import dev.npanel.api.action.Scope;
import dev.npanel.api.plugin.InstalledPlugin;
import dev.npanel.api.plugin.PluginChoice;
import dev.npanel.api.plugin.PluginName;
import dev.npanel.api.plugin.Plugins;
import dev.npanel.api.plugin.Plugins.ListPlugins;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.dns.Dns;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.job.JobView;
import dev.npanel.panel.job.Jobs;
import dev.npanel.panel.rest.Answers;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Privileged;
import dev.npanel.panel.rest.Reply;
import dev.npanel.panel.rest.Requires;
import dev.npanel.panel.rest.Resource;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code POST /api/dns/migrate}: another backend takes over, with all zones. Administrators only. */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("dns/migrate")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MigrateResource implements Resource {
    private static final Duration PATIENCE = Duration.ofHours(2);

    private final Agent agent;
    private final Jobs jobs;
    private final Privileged privileged;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public MigrateResource(@Reference Agent agent, @Reference Jobs jobs, @Reference Privileged privileged) {
        this.agent = agent;
        this.jobs = jobs;
        this.privileged = privileged;
    }

    /** @param to the backend that is to take over, {@code npanel.dns.bind} */
    public record Wish(PluginName to) {}

    /** What would be done. */
    public record Intended(List<String> steps) {}

    @Override
    public Contract contract() {
        return Dns.CONTRACT;
    }

    @POST
    @Requires("dns.migrate")
    @Answers(value = JobView.class, status = 202)
    public Response migrate(@Context CallContext caller, Wish wish) {
        return privileged.perform(caller, Dns.MIGRATE, new Scope.Server(), () -> {
            Swap swap = swap(caller, wish.to());
            if (caller.dryRun()) {
                return Response.ok(new Intended(List.of(
                                "start " + wish.to() + "'s name server beside that of " + swap.from(),
                                "carry every zone",
                                "compare the answers of both",
                                "disable " + swap.from() + ", hand port 53 over, enable " + swap.to(),
                                "take the zones of " + swap.from() + " away")))
                        .build();
            }
            JobView job = jobs.submit(caller, MigrateJob.TYPE, MigrateJob.SUBJECT, swap);
            return Reply.accepted(job);
        });
    }

    private Swap swap(CallContext caller, PluginName to) {
        List<InstalledPlugin> plugins =
                agent.read(caller, Plugins.LIST, new ListPlugins()).plugins();
        InstalledPlugin target = named(plugins, to)
                .orElseThrow(() -> conflict("dns.migrate.not-installed", to + " is not installed on this host."));
        if (target.choice() == PluginChoice.ENABLED) {
            throw conflict("dns.migrate.chosen", to + " serves the zones of this host already.");
        }
        PluginName from = plugins.stream()
                .filter(plugin -> plugin.choice() == PluginChoice.ENABLED
                        && plugin.declaration().rivals(target.declaration()))
                .map(InstalledPlugin::name)
                .findFirst()
                .orElseThrow(() -> conflict(
                        "dns.migrate.nobody",
                        "No backend serves zones on this host: enable " + to + " instead of migrating to it."));
        Swap swap = new Swap(from, to, clock.instant().plus(PATIENCE));
        for (PluginName carrier : List.of(swap.source().plugin(), swap.target().plugin())) {
            if (named(plugins, carrier)
                    .filter(plugin -> plugin.choice() == PluginChoice.ENABLED)
                    .isEmpty()) {
                throw conflict("dns.migrate.no-carrier", carrier + " is not enabled, and carries the zones.");
            }
        }
        return swap;
    }

    private static Optional<InstalledPlugin> named(List<InstalledPlugin> plugins, PluginName name) {
        return plugins.stream().filter(plugin -> plugin.name().equals(name)).findFirst();
    }

    private static ProblemException conflict(String code, String message) {
        return Problem.of(ProblemKind.CONFLICT, code, message).asException();
    }
}
