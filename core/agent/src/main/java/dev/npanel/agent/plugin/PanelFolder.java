package dev.npanel.agent.plugin;

import dev.npanel.api.plugin.PluginName;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
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
                .anyMatch(jar -> name.text().equals(symbolicName(jar)));
    }

    /** Empty for what is no bundle. */
    private static String symbolicName(Content jar) {
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(jar.bytes()))) {
            Manifest manifest = in.getManifest();
            String header =
                    manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-SymbolicName");
            return header == null ? "" : header.replaceFirst(";.*", "").strip();
        } catch (IOException broken) {
            return "";
        }
    }
}
