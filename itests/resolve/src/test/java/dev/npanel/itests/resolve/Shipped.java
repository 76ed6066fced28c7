package dev.npanel.itests.resolve;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
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
    private static final Path LAUNCHER = OUTPUTS.resolve("agent/target/agent/npanel-launcher.jar");
    private static final String EXTRA = "org.osgi.framework.system.packages.extra";

    /** The agent: the folder that the launcher installs for it. */
    static Shipped agent() throws IOException {
        return process("agent");
    }

    /** The panel: the same for it. */
    static Shipped panel() throws IOException {
        return process("panel");
    }

    private static Shipped process(String name) throws IOException {
        Properties framework = new Properties();
        try (JarFile launcher = new JarFile(LAUNCHER.toFile());
                InputStream in = launcher.getInputStream(
                        Objects.requireNonNull(launcher.getEntry("dev/npanel/launcher/framework.properties")))) {
            framework.load(in);
        }
        return new Shipped(
                framework.getProperty(EXTRA), jars(OUTPUTS.resolve(Path.of(name, "target", name, "bundles"))));
    }

    /** What the plugins' packages put into the folder of this process; a jar of several is there once. */
    static List<Path> plugin(String process) throws IOException {
        Map<Path, Path> jars = new TreeMap<>();
        for (String name : List.of("dns-powerdns", "ssl", "ssl-letsencrypt", "web-nginx")) {
            plugin(name, process).forEach(jar -> jars.putIfAbsent(jar.getFileName(), jar));
        }
        return List.copyOf(jars.values());
    }

    /** The same of one plugin; nothing when it is in the other process only. */
    static List<Path> plugin(String name, String process) throws IOException {
        return jars(OUTPUTS.resolve("plugin-" + name + "/target/plugin").resolve(process));
    }

    /** Every jar of the packages, of both processes and the plugins; as packaging/build-debs takes them. */
    static List<Path> jars() throws IOException {
        List<Path> jars = new ArrayList<>(panel().bundles());
        jars.addAll(agent().bundles());
        jars.add(LAUNCHER);
        jars.addAll(plugin("agent"));
        jars.addAll(plugin("dns-bind", "agent"));
        jars.addAll(plugin("panel"));
        return jars;
    }

    private static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
