package dev.npanel.itests.resolve;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The bundles of a process as the build has laid them out for the packages.
 *
 * @param systemPackages what the framework exports beside Java's own packages
 */
record Shipped(String systemPackages, List<Path> bundles) {
    private static final Path OUTPUTS =
            Path.of("../../karaf-features").toAbsolutePath().normalize();
    private static final String EXTRA = "org.osgi.framework.system.packages.extra";

    /** The agent: the folder that its launcher installs, and the launcher's own properties. */
    static Shipped agent() throws IOException {
        Path home = OUTPUTS.resolve("agent/target/agent");
        Properties properties = new Properties();
        try (JarFile launcher = new JarFile(home.resolve("npanel-launcher.jar").toFile());
                InputStream in = launcher.getInputStream(
                        Objects.requireNonNull(launcher.getEntry("dev/npanel/launcher/framework.properties")))) {
            properties.load(in);
        }
        return new Shipped(properties.getProperty(EXTRA), jars(home.resolve("bundles")));
    }

    /** The panel: what its Karaf starts, and the properties of that Karaf. */
    static Shipped panel() throws IOException {
        Path home = OUTPUTS.resolve("panel/target/assembly");
        List<Path> bundles = new ArrayList<>();
        for (String url : load(home.resolve("etc/startup.properties")).stringPropertyNames()) {
            bundles.add(inRepository(home, url));
        }
        return new Shipped(load(home.resolve("etc/config.properties")).getProperty(EXTRA), bundles);
    }

    /** What the plugin's package puts into the folder of this process. */
    static List<Path> plugin(String process) throws IOException {
        return jars(OUTPUTS.resolve("plugin-dns-powerdns/target/plugin").resolve(process));
    }

    /** Every jar of the packages, of both processes and the plugin; as packaging/build-debs takes them. */
    static List<Path> jars() throws IOException {
        Path panel = OUTPUTS.resolve("panel/target/assembly");
        Path agent = OUTPUTS.resolve("agent/target/agent");
        String framework = load(panel.resolve("etc/config.properties")).getProperty("karaf.framework.felix");
        List<Path> jars = new ArrayList<>(panel().bundles());
        jars.add(inRepository(panel, framework));
        jars.addAll(jars(panel.resolve("lib/boot")));
        jars.removeIf(jar -> jar.toString().contains("specs.activator"));
        jars.addAll(jars(agent));
        jars.addAll(jars(agent.resolve("bundles")));
        jars.addAll(plugin("agent"));
        jars.addAll(plugin("panel"));
        return jars;
    }

    /** Where the panel's Karaf has an artifact, {@code mvn:group/name/version}. */
    private static Path inRepository(Path home, String url) {
        String[] parts = url.substring("mvn:".length()).split("/", -1);
        String name = parts[1] + "-" + parts[2] + ".jar";
        return home.resolve(Path.of("system", parts[0].replace('.', '/'), parts[1], parts[2], name));
    }

    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
