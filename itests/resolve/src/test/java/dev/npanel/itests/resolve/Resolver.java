package dev.npanel.itests.resolve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/** The framework of both processes, in which bundles are resolved and none is started. */
final class Resolver implements AutoCloseable {
    private final Framework framework;
    private final List<Bundle> bundles = new ArrayList<>();

    Resolver(String systemPackages, Path storage) throws BundleException {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        systemPackages,
                        Constants.FRAMEWORK_STORAGE,
                        storage.toString(),
                        Constants.FRAMEWORK_STORAGE_CLEAN,
                        Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT));
        framework.init();
    }

    void install(List<Path> jars) throws BundleException {
        for (Path jar : jars) {
            bundles.add(framework.getBundleContext().installBundle("reference:" + jar.toUri()));
        }
    }

    /** For each bundle that does not resolve, a line, or one for each requirement that nobody fulfils. */
    List<String> missing() {
        FrameworkWiring wiring = framework.adapt(FrameworkWiring.class);
        wiring.resolveBundles(bundles);
        List<String> missing = new ArrayList<>();
        for (Bundle bundle : bundles) {
            if (bundle.getState() == Bundle.INSTALLED) {
                missing.add(bundle.getSymbolicName() + " does not resolve");
                bundle.adapt(BundleRevision.class).getDeclaredRequirements(null).stream()
                        .filter(requirement -> isNeeded(requirement)
                                && wiring.findProviders(requirement).isEmpty())
                        .forEach(requirement -> missing.add(bundle.getSymbolicName() + " lacks " + requirement));
            }
        }
        return missing;
    }

    private static boolean isNeeded(BundleRequirement requirement) {
        Map<String, String> directives = requirement.getDirectives();
        return !Constants.RESOLUTION_OPTIONAL.equals(directives.get(Constants.RESOLUTION_DIRECTIVE))
                && Constants.EFFECTIVE_RESOLVE.equals(
                        directives.getOrDefault(Constants.EFFECTIVE_DIRECTIVE, Constants.EFFECTIVE_RESOLVE));
    }

    @Override
    public void close() throws BundleException, IOException {
        framework.stop();
        try {
            framework.waitForStop(0);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(stopped));
        }
    }
}
