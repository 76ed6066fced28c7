package dev.npanel.api.plugin;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The plugins of this process, without the core. An OSGi service of whoever starts them; thread-safe. */
public interface InstalledPlugins {
    /** All of them as they are now, by name. */
    List<InstalledPlugin> all();

    /** Returns when the plugins among these that are installed here have been started and stopped as is wanted, or have failed to. */
    boolean await(Map<PluginName, PluginChoice> wanted, Duration patience);

    /** One of them. */
    default Optional<InstalledPlugin> named(PluginName name) {
        return all().stream().filter(plugin -> plugin.name().equals(name)).findAny();
    }
}
