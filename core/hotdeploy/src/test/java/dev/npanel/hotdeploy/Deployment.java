package dev.npanel.hotdeploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.npanel.api.plugin.InstalledPlugin;
import dev.npanel.api.plugin.InstalledPlugins;
import dev.npanel.api.plugin.PluginChoice;
import dev.npanel.api.plugin.PluginName;
import dev.npanel.api.plugin.PluginsStarted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** A running framework that watches a folder. */
final class Deployment implements AutoCloseable {
    /** For a machine that hangs; all that is awaited takes milliseconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final TestJar MARKER = TestJar.of("marker", "1.0.0");

    private final Path folder;
    private final Path choices;
    private final Framework framework;
    private final PluginFolder watched;

    Deployment(Path place) throws IOException, BundleException {
        folder = Files.createDirectories(place.resolve("plugins")).toRealPath();
        choices = Files.createDirectories(place.resolve("choices")).toRealPath();
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        place.resolve("cache").toString(),
                        PluginFolder.PROPERTY,
                        folder.toString(),
                        PluginFolder.CHOICES,
                        choices.toString()));
        framework.start();
        watched = new PluginFolder(framework.getBundleContext());
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** The file that says what is wanted of this plugin. */
    Path choice(String name) {
        return choices.resolve(name);
    }

    /** Has a plugin run, or not, as the agent does it. */
    void choose(String name, PluginChoice choice) throws IOException {
        TestJar.put(choice(name), choice.content().getBytes(StandardCharsets.UTF_8), "rw-r--r--");
    }

    /** What the process tells of its plugins. */
    InstalledPlugins installed() {
        BundleContext context = framework.getBundleContext();
        return context.getService(context.getServiceReference(InstalledPlugins.class));
    }

    /** How this plugin is, when it has been found and what is wanted of it is so. */
    InstalledPlugin settled(String name, PluginChoice wanted) {
        PluginName plugin = new PluginName(name);
        await(name).atMost(PATIENCE).until(() -> installed().named(plugin).isPresent());
        assertThat(installed().await(Map.of(plugin, wanted), PATIENCE)).isTrue();
        return installed().named(plugin).orElseThrow();
    }

    Framework framework() {
        return framework;
    }

    /** The plugin of this name, in whatever state. */
    Optional<Bundle> plugin(String name) {
        return Arrays.stream(framework.getBundleContext().getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .findAny();
    }

    boolean runs(String name, String version) {
        return plugin(name)
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE
                        && bundle.getVersion().toString().equals(version))
                .isPresent();
    }

    void awaitRunning(String name, String version) {
        await(name).atMost(PATIENCE).until(() -> runs(name, version));
    }

    /** Returns when whatever was in the folder at the start has been started, as far as it can be. */
    void awaitStarted() {
        await().atMost(PATIENCE)
                .until(() -> framework.getBundleContext().getServiceReference(PluginsStarted.class) != null);
    }

    void awaitGone(String name) {
        await(name).atMost(PATIENCE).until(() -> plugin(name).isEmpty());
    }

    void awaitState(String name, int state) {
        await(name)
                .atMost(PATIENCE)
                .until(() -> plugin(name).map(Bundle::getState).orElse(Bundle.UNINSTALLED) == state);
    }

    /** Returns when whatever is in the folder now has been looked at: a plugin that came later runs, and is gone again. */
    void awaitLookedAt() throws IOException {
        MARKER.putAt(file("zz-marker.jar"));
        awaitRunning("marker", "1.0.0");
        Files.delete(file("zz-marker.jar"));
        awaitGone("marker");
    }

    @Override
    public void close() throws IOException, BundleException {
        watched.close();
        framework.stop();
        try {
            framework.waitForStop(PATIENCE.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
