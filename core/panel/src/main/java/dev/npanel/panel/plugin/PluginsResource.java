package dev.npanel.panel.plugin;

import dev.npanel.api.action.Contract;
import dev.npanel.api.plugin.InstalledPlugin;
import dev.npanel.api.plugin.InstalledPlugins;
import dev.npanel.api.plugin.PluginChoice;
import dev.npanel.api.plugin.PluginName;
import dev.npanel.api.plugin.Plugins;
import dev.npanel.api.plugin.Plugins.ListPlugins;
import dev.npanel.api.plugin.Plugins.PluginList;
import dev.npanel.api.plugin.Plugins.SetPluginState;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.agent.Outcome;
import dev.npanel.panel.mount.MountedBundle;
import dev.npanel.panel.mount.Mounts;
import dev.npanel.panel.rest.Answers;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Page;
import dev.npanel.panel.rest.Reply;
import dev.npanel.panel.rest.Requires;
import dev.npanel.panel.rest.Resource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/plugins} (C6): what is installed in both processes, whether it runs, and what it may touch. */
@Component(service = Resource.class, property = "osgi.jakartars.resource=true")
@Path("plugins")
public final class PluginsResource implements Resource {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int RETRY = 5;

    private final Mounts mounts;
    private final InstalledPlugins installed;
    private final Agent agent;

    /**
     * What is wanted of a plugin.
     *
     * @param instead another one that serves the same actions, to be disabled in the same change
     */
    public record NewState(PluginChoice state, @Nullable PluginName instead) {}

    @Activate
    public PluginsResource(@Reference Mounts mounts, @Reference InstalledPlugins installed, @Reference Agent agent) {
        this.mounts = mounts;
        this.installed = installed;
        this.agent = agent;
    }

    @Override
    public Contract contract() {
        return Plugins.CONTRACT;
    }

    @GET
    @Requires("plugin.list")
    public Page<PluginView> list(@Context CallContext context) {
        PluginList agents = agents(context);
        TreeSet<String> names = new TreeSet<>();
        agents.plugins().forEach(plugin -> names.add(plugin.name().text()));
        installed.all().forEach(plugin -> names.add(plugin.name().text()));
        mounts.all().forEach(bundle -> names.add(bundle.bundle()));
        return new Page<>(
                names.stream().flatMap(name -> find(name, agents).stream()).toList(), null);
    }

    @GET
    @Path("{name}")
    @Requires("plugin.read")
    public PluginView read(@Context CallContext context, @PathParam("name") PluginName name) {
        return find(name.text(), agents(context)).orElseThrow(PluginsResource::unknown);
    }

    /** Answers when both processes have done it. */
    @PUT
    @Path("{name}/state")
    @Requires("plugin.state.set")
    @Answers(PluginView.class)
    public Response setState(@Context CallContext context, @PathParam("name") PluginName name, NewState body) {
        SetPluginState request = new SetPluginState(name, body.state(), body.instead());
        request.wanted().keySet().forEach(this::refuseCore);
        Outcome<PluginList> outcome = agent.call(context, Plugins.STATE_SET, request);
        if (outcome instanceof Outcome.Done) {
            await(request.wanted());
        }
        return Reply.ok(outcome, agents -> find(name.text(), agents).orElseThrow(PluginsResource::unknown));
    }

    private void refuseCore(PluginName name) {
        if (installed.named(name).isEmpty() && mounted(name.text()).isPresent()) {
            throw Problem.of(ProblemKind.CONFLICT, "plugin.core", name + " is nPanel itself and always enabled.")
                    .asException();
        }
    }

    private void await(Map<PluginName, PluginChoice> wanted) {
        if (!installed.await(wanted, PATIENCE) || !mounts.settle(PATIENCE)) {
            throw Problem.unavailable("plugin.slow", "The choice was made, but the panel has not done it yet.", RETRY)
                    .asException();
        }
    }

    private PluginList agents(CallContext context) {
        return agent.read(context, Plugins.LIST, new ListPlugins());
    }

    private Optional<PluginView> find(String name, PluginList agents) {
        PluginView.Parts parts =
                new PluginView.Parts(name, named(name, agents.plugins()), named(name, installed.all()), mounted(name));
        boolean known = parts.agent().isPresent()
                || parts.panel().isPresent()
                || parts.mounted().isPresent();
        return known ? Optional.of(PluginView.of(parts)) : Optional.empty();
    }

    private static Optional<InstalledPlugin> named(String name, List<InstalledPlugin> plugins) {
        return plugins.stream()
                .filter(plugin -> plugin.name().text().equals(name))
                .findAny();
    }

    private Optional<MountedBundle> mounted(String name) {
        return mounts.all().stream()
                .filter(bundle -> bundle.bundle().equals(name))
                .findFirst();
    }

    private static ProblemException unknown() {
        return Problem.of(ProblemKind.NOT_FOUND, "plugin.not-found", "There is no such plugin.")
                .asException();
    }
}
