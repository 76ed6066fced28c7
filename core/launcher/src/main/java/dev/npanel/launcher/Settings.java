package dev.npanel.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.osgi.framework.Constants;

/**
 * The framework's properties: what is built in, then the configuration file, then what the command line sets with
 * {@code -D} for names that begin with {@code npanel.} or {@code org.osgi.framework.}; the last one wins. Bundles read
 * them as framework properties.
 */
final class Settings {
    /** The configuration file; may be missing. */
    static final String FILE = "npanel.config";
    /** The folder whose jars are installed and watched as plugins. */
    static final String PLUGINS = "npanel.plugins";

    /** How the name of the jar begins that is installed before all others. */
    static final String FIRST = "npanel.first";

    private static final String DEFAULT_FILE = "/etc/npanel/agent.conf";

    private Settings() {}

    static Map<String, String> of(Path home, Properties commandLine) throws IOException {
        Properties properties = new Properties();
        try (InputStream builtIn = Settings.class.getResourceAsStream("framework.properties")) {
            properties.load(builtIn);
        }
        properties.setProperty(PLUGINS, home.resolve("plugins").toString());
        properties.setProperty(
                Constants.FRAMEWORK_STORAGE, home.resolve("cache").toString());
        Path file = Path.of(commandLine.getProperty(FILE, DEFAULT_FILE));
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        }
        Map<String, String> settings = new HashMap<>();
        properties
                .stringPropertyNames()
                .forEach(name -> settings.put(name, properties.getProperty(name).strip()));
        commandLine.stringPropertyNames().stream()
                .filter(name -> name.startsWith("npanel.") || name.startsWith("org.osgi.framework."))
                .forEach(name -> settings.put(name, commandLine.getProperty(name)));
        return settings;
    }
}
