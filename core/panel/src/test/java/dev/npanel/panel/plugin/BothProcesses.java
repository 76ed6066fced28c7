package dev.npanel.panel.plugin;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.change.ChangeId;
import dev.npanel.api.change.ChangePreview;
import dev.npanel.api.plugin.InstalledPlugin;
import dev.npanel.api.plugin.InstalledPlugins;
import dev.npanel.api.plugin.PluginChoice;
import dev.npanel.api.plugin.PluginDeclaration;
import dev.npanel.api.plugin.PluginName;
import dev.npanel.api.plugin.Plugins.PluginList;
import dev.npanel.api.plugin.Plugins.SetPluginState;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.agent.Outcome;
import dev.npanel.panel.mount.MountedBundle;
import dev.npanel.panel.mount.Mounts;
import dev.npanel.panel.rest.CallContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The plugins of an agent and of a panel, in memory; each does what is wanted when it is told, or waited for. */
final class BothProcesses implements Mounts {
    static final ChangeId CHANGE = new ChangeId("20261101120000000001");
    static final PluginDeclaration DECLARATION = new PluginDeclaration(
            List.of("kind.*"), List.of("/etc/kind/"), List.of("kind.service"), List.of(), List.of());

    final List<InstalledPlugin> agentPlugins = new ArrayList<>(
            List.of(plugin("npanel.agent", true), plugin("kind.backend", false), plugin("vendor.both", false)));
    final List<InstalledPlugin> panelPlugins =
            new ArrayList<>(List.of(plugin("kind.panel", false), plugin("vendor.both", false)));
    List<String> refusals = List.of();
    boolean panelIsSlow;
    boolean mountingIsSlow;

    static boolean isVendors(InstalledPlugin plugin) {
        return plugin.name().text().equals("vendor.both");
    }

    static boolean isDisabled(InstalledPlugin plugin) {
        return plugin.choice() == PluginChoice.DISABLED;
    }

    @Override
    public List<MountedBundle> all() {
        return List.of(
                new MountedBundle(1, "npanel.panel", "1.0.0", List.of(), List.of()),
                new MountedBundle(2, "kind.panel", "1.0.0", List.of(), refusals));
    }

    @Override
    public boolean settle(Duration patience) {
        return !mountingIsSlow;
    }

    InstalledPlugins panel() {
        return new InstalledPlugins() {
            @Override
            public List<InstalledPlugin> all() {
                return List.copyOf(panelPlugins);
            }

            @Override
            public boolean await(Map<PluginName, PluginChoice> wanted, Duration patience) {
                if (!panelIsSlow) {
                    become(panelPlugins, wanted);
                }
                return !panelIsSlow;
            }
        };
    }

    Agent agent() {
        return new Agent() {
            @Override
            public <I extends Record & Scoped, O extends Record> Outcome<O> call(
                    CallContext context, ActionType<I, O> action, I request) {
                if (!(request instanceof SetPluginState set)) {
                    return new Outcome.Done<>(action.output().cast(new PluginList(agentPlugins)), null);
                }
                set.wanted().keySet().forEach(BothProcesses.this::requireInstalled);
                if (context.dryRun()) {
                    return new Outcome.Preview<>(new ChangePreview(List.of()));
                }
                become(agentPlugins, set.wanted());
                return new Outcome.Done<>(action.output().cast(new PluginList(agentPlugins)), CHANGE);
            }
        };
    }

    private void requireInstalled(PluginName name) {
        if (Stream.concat(agentPlugins.stream(), panelPlugins.stream())
                .noneMatch(plugin -> plugin.name().equals(name))) {
            throw Problem.of(ProblemKind.NOT_FOUND, "plugin.not-found", "There is no such plugin.")
                    .asException();
        }
    }

    private static void become(List<InstalledPlugin> plugins, Map<PluginName, PluginChoice> wanted) {
        plugins.replaceAll(plugin -> new InstalledPlugin(
                plugin.name(),
                plugin.version(),
                wanted.getOrDefault(plugin.name(), plugin.choice()),
                plugin.reason(),
                plugin.declaration(),
                plugin.core()));
    }

    private static InstalledPlugin plugin(String name, boolean core) {
        return new InstalledPlugin(new PluginName(name), "1.0.0", PluginChoice.ENABLED, null, DECLARATION, core);
    }
}
