package dev.npanel.agent.plugin;

import dev.npanel.api.plugin.PluginName;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;

/**
 * The plugins of the panel, by their jars. The panel is not taken at its word: whoever has got hold of it could otherwise have
 * files made of any name.
 */
final class PanelFolder {
    private static final AbsolutePath PLACE = new AbsolutePath("/usr/lib/npanel/panel/plugins");

    private PanelFolder() {}

    /** Whether one of them has this name. */
    static boolean has(PluginName name, HostView host) {
        return host.children(PLACE).stream()
                .filter(file -> file.endsWith(".jar"))
                .flatMap(file -> host.file(PLACE.child(file)).stream())
                .flatMap(jar -> plugin(jar).stream())
                .anyMatch(name::equals);
    }

    private static Optional<PluginName> plugin(Content jar) {
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(jar.bytes()))) {
            Manifest manifest = in.getManifest();
            return manifest == null
                    ? Optional.empty()
                    : PluginName.of(header -> manifest.getMainAttributes().getValue(header));
        } catch (IOException | IllegalArgumentException broken) {
            // what is no jar is no plugin
            return Optional.empty();
        }
    }
}
