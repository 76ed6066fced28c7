package dev.npanel.agent.plugin;

import dev.npanel.api.plugin.InstalledPlugin;
import dev.npanel.api.plugin.InstalledPlugins;
import dev.npanel.host.action.Action;
import java.util.List;
import java.util.function.Predicate;

/** What serves the contract {@link dev.npanel.api.plugin.Plugins}. */
public final class PluginActions {
    private PluginActions() {}

    /**
     * The actions.
     *
     * @param core the agent itself
     * @param serves tells whether any action of the plugin of this name can be called
     */
    public static List<Action<?, ?>> of(InstalledPlugins installed, InstalledPlugin core, Predicate<String> serves) {
        Present present = new Present(installed, core, serves);
        return List.of(new ListPluginsAction(present), new SetPluginStateAction(present, installed));
    }
}
