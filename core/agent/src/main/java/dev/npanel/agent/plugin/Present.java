package dev.npanel.agent.plugin;

import dev.npanel.api.plugin.InstalledPlugin;
import dev.npanel.api.plugin.InstalledPlugins;
import dev.npanel.api.plugin.PluginState;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The agent and its plugins at this moment. */
record Present(InstalledPlugins installed, InstalledPlugin core, Predicate<String> serves) {

    List<InstalledPlugin> all() {
        return Stream.concat(Stream.of(core), installed.all().stream().map(this::seen))
                .toList();
    }

    /** A plugin may well run and still have nothing to offer: its settings are missing, or what it brings was refused. */
    private InstalledPlugin seen(InstalledPlugin plugin) {
        boolean idle = plugin.state() == PluginState.ENABLED
                && !plugin.declaration().actions().isEmpty()
                && !serves.test(plugin.name().text());
        return idle
                ? plugin.failing("It runs, but serves none of the actions it declares: the agent's log says why.")
                : plugin;
    }
}
