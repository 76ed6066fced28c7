package dev.npanel.itests.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleException;

/** What is packaged runs: nothing that a bundle imports is missing in its process, with and without the plugin. */
class ShippedBundlesIT {
    @TempDir
    private Path storage;

    @Test
    void theAgentsResolve() throws Exception {
        assertThat(missing(Shipped.agent(), List.of())).isEmpty();
    }

    @Test
    void thePanelsResolve() throws Exception {
        assertThat(missing(Shipped.panel(), List.of())).isEmpty();
    }

    @Test
    void thePluginsResolveInTheAgent() throws Exception {
        assertThat(missing(Shipped.agent(), Shipped.plugin("agent"))).isEmpty();
    }

    /** BIND's in the place of PowerDNS's. */
    @Test
    void theOtherBackendResolvesInTheAgent() throws Exception {
        assertThat(missing(Shipped.agent(), Shipped.plugin("dns-bind", "agent")))
                .isEmpty();
    }

    @Test
    void thePluginsResolveInThePanel() throws Exception {
        assertThat(missing(Shipped.panel(), Shipped.plugin("panel"))).isEmpty();
    }

    @Test
    void whatIsMissingIsSaid() throws Exception {
        List<Path> half = new ArrayList<>(Shipped.agent().bundles());
        half.removeIf(bundle -> bundle.getFileName().toString().startsWith("npanel.host-"));

        assertThat(missing(new Shipped(Shipped.agent().systemPackages(), half), List.of()))
                .anySatisfy(line -> assertThat(line).startsWith("npanel.agent ").contains("dev.npanel.host.action"));
    }

    private List<String> missing(Shipped shipped, List<Path> plugin) throws IOException, BundleException {
        try (Resolver resolver = new Resolver(shipped.systemPackages(), storage)) {
            resolver.install(shipped.bundles());
            resolver.install(plugin);
            return resolver.missing();
        }
    }
}
