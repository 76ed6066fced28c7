package dev.npanel.hotdeploy;

import dev.npanel.api.plugin.InstalledPlugin;
import dev.npanel.api.plugin.InstalledPlugins;
import dev.npanel.api.plugin.PluginChoice;
import dev.npanel.api.plugin.PluginName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The plugins as they were when the folder was last looked at, and everything was started and stopped. Who asks before that was done
 * for the first time waits for it, a few seconds at the most. Thread-safe.
 */
final class Snapshot implements InstalledPlugins {
    private static final Duration FIRST = Duration.ofSeconds(5);

    private List<InstalledPlugin> plugins = List.of();
    private boolean known;

    /** From now on this is how they are. */
    synchronized void become(List<InstalledPlugin> now) {
        plugins = List.copyOf(now);
        settle();
    }

    /** There is nothing more to wait for. */
    synchronized void settle() {
        known = true;
        notifyAll();
    }

    @Override
    public synchronized List<InstalledPlugin> all() {
        await(() -> known, FIRST);
        return plugins;
    }

    @Override
    public synchronized boolean await(Map<PluginName, PluginChoice> wanted, Duration patience) {
        return await(() -> known && isAs(wanted), patience);
    }

    private synchronized boolean await(BooleanSupplier reached, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!reached.getAsBoolean()) {
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
