package dev.npanel.agent.plugin;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.plugin.InstalledPlugin;
import dev.npanel.api.plugin.InstalledPlugins;
import dev.npanel.api.plugin.PluginChoice;
import dev.npanel.api.plugin.PluginName;
import dev.npanel.api.plugin.Plugins;
import dev.npanel.api.plugin.Plugins.PluginList;
import dev.npanel.api.plugin.Plugins.SetPluginState;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.Ownership;
import dev.npanel.host.step.PutFile;
import dev.npanel.host.step.Step;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes down what is wanted of a plugin. Both processes look at the files and do accordingly, at once and after every start; the
 * answer waits for this one.
 */
final class SetPluginStateAction implements Action<SetPluginState, PluginList> {
    /** Less than the panel waits for the answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final int RETRY = 5;

    private final Present present;
    private final InstalledPlugins installed;

    SetPluginStateAction(Present present, InstalledPlugins installed) {
        this.present = present;
        this.installed = installed;
    }

    @Override
    public ActionType<SetPluginState, PluginList> type() {
        return Plugins.STATE_SET;
    }

    @Override
    public Plan<PluginList> plan(SetPluginState request, HostView host) {
        Map<PluginName, PluginChoice> wanted = request.wanted();
        wanted.keySet().forEach(name -> requirePlugin(name, host));
        if (request.state() == PluginChoice.ENABLED) {
            requireNoRival(request, host);
        }
        List<Step> steps = wanted.entrySet().stream()
                .filter(each -> choice(each.getKey(), host) != each.getValue())
                .map(each -> put(each.getKey(), each.getValue()))
                .toList();
        return Plan.reading(steps, after -> await(wanted));
    }

    private void requirePlugin(PluginName name, HostView host) {
        if (name.equals(present.core().name())) {
            throw conflict("plugin.core", name + " is nPanel itself and always enabled.");
        }
        if (installed.named(name).isEmpty() && !PanelFolder.has(name, host)) {
            throw Problem.of(ProblemKind.NOT_FOUND, "plugin.not-found", "There is no such plugin.")
                    .asException();
        }
    }

    private void requireNoRival(SetPluginState request, HostView host) {
        Optional<InstalledPlugin> plugin = installed.named(request.name());
        List<PluginName> rivals = installed.all().stream()
                .filter(other -> !other.name().equals(request.name())
                        && plugin.filter(own -> own.declaration().rivals(other.declaration()))
                                .isPresent())
                .map(InstalledPlugin::name)
                .toList();
        PluginName instead = request.instead();
        if (instead != null && !rivals.contains(instead)) {
            throw conflict("plugin.no-rival", request.name() + " does not serve what " + instead + " serves.");
        }
        rivals.stream()
                .filter(rival -> !rival.equals(instead) && choice(rival, host) == PluginChoice.ENABLED)
                .findFirst()
                .ifPresent(rival -> {
                    throw conflict(
                            "plugin.rival",
                            rival + " is enabled and serves the same actions; only one of the two can be.");
                });
    }

    private static PluginChoice choice(PluginName name, HostView host) {
        return host.file(file(name))
                .map(content -> PluginChoice.of(new String(content.bytes(), StandardCharsets.UTF_8)))
                .orElse(PluginChoice.ENABLED);
    }

    private static Step put(PluginName name, PluginChoice choice) {
        return new PutFile(file(name), Content.of(choice.content()), Ownership.ROOT_0644);
    }

    private static AbsolutePath file(PluginName name) {
        return PluginChoice.DIRECTORY.child(name.text());
    }

    private PluginList await(Map<PluginName, PluginChoice> wanted) {
        if (!installed.await(wanted, PATIENCE)) {
            throw Problem.unavailable("plugin.slow", "The choice was made, but the agent has not done it yet.", RETRY)
                    .asException();
        }
        return new PluginList(present.all().stream()
                .filter(plugin -> wanted.containsKey(plugin.name()))
                .toList());
    }

    private static ProblemException conflict(String code, String message) {
        return Problem.of(ProblemKind.CONFLICT, code, message).asException();
    }
}
