package dev.npanel.api.plugin;

import dev.npanel.api.value.AbsolutePath;
import java.util.Locale;

/**
 * What is wanted of a plugin. It is kept in a file of {@link #DIRECTORY} that has the plugin's name and one word in it, for both
 * processes; without a file a plugin is enabled. The file stays when the plugin is upgraded, or removed and installed again.
 */
public enum PluginChoice {
    /** It runs. */
    ENABLED,
    /** It is installed, and does not run. */
    DISABLED;

    /** Root's, and readable by both processes. */
    public static final AbsolutePath DIRECTORY = new AbsolutePath("/var/lib/npanel/plugins");

    /** What the file says. */
    public String content() {
        return name().toLowerCase(Locale.ROOT) + "\n";
    }

    /** What is meant by a file that says this: what is not understood does not run. */
    public static PluginChoice of(String content) {
        return content.equals(ENABLED.content()) ? ENABLED : DISABLED;
    }
}
