package dev.npanel.itests.host;

import java.nio.file.Path;

/** Small programs that tests run in the host. */
public final class Probes {
    public static final String RUBBISH = "/opt/probes/rubbish.pl";
    public static final String FRAMES = "/opt/probes/frames.pl";

    private Probes() {}

    public static void push(Host host) {
        host.push(Host.TREE.resolve(Path.of("itests", "host", "src", "test", "resources", "probes")), "/opt");
    }
}
