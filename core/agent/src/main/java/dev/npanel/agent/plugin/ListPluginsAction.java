package dev.npanel.agent.plugin;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.plugin.Plugins;
import dev.npanel.api.plugin.Plugins.ListPlugins;
import dev.npanel.api.plugin.Plugins.PluginList;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;

/** Lists the agent's plugins. */
final class ListPluginsAction implements Action<ListPlugins, PluginList> {
    private final Present present;

    ListPluginsAction(Present present) {
        this.present = present;
    }

    @Override
    public ActionType<ListPlugins, PluginList> type() {
        return Plugins.LIST;
    }

    @Override
    public Plan<PluginList> plan(ListPlugins request, HostView host) {
        return Plan.answer(new PluginList(present.all()));
    }
}
