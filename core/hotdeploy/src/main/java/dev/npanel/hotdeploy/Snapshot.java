package dev.npanel.hotdeploy;

import dev.npanel.api.plugin.InstalledPlugin;
import dev.npanel.api.plugin.InstalledPlugins;
import dev.npanel.api.plugin.PluginChoice;
import dev.npanel.api.plugin.PluginName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The plugins as they were when the folder was last looked at, and everything was started and stopped. Thread-safe. */
final class Snapshot implements InstalledPlugins {
    private List<InstalledPlugin> plugins = List.of();

    /** From now on this is how they are. */
    synchronized void become(List<InstalledPlugin> now) {
        plugins = List.copyOf(now);
        notifyAll();
    }

    @Override
    public synchronized List<InstalledPlugin> all() {
        return plugins;
    }

    @Override
    public synchronized boolean await(Map<PluginName, PluginChoice> wanted, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!isAs(wanted)) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isAs(Map<PluginName, PluginChoice> wanted) {
        return plugins.stream()
                .allMatch(plugin -> wanted.getOrDefault(plugin.name(), plugin.choice()) == plugin.choice());
    }
}
