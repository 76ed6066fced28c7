package dev.npanel.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.namespace.extender.ExtenderNamespace;

/** The bundles a process consists of: all of them start, or the process does not. */
final class CoreBundles {
    private CoreBundles() {}

    /**
     * Installs all jars of the folder in the order of their names, then starts them; they stay where they are. Those that act
     * upon what others bring, such as the runtime of components, start when all others are there.
     *
     * @param first how the name of the jar begins that comes before all others
     */
    static void start(BundleContext context, Path folder, String first) throws IOException, BundleException {
        List<Bundle> installed = new ArrayList<>();
        for (Path jar : jars(folder, first)) {
            installed.add(context.installBundle("reference:" + jar.toUri()));
        }
        installed.sort(Comparator.comparing(CoreBundles::isExtender));
        for (Bundle bundle : installed) {
            if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
                bundle.start(Bundle.START_ACTIVATION_POLICY);
            }
        }
    }

    private static boolean isExtender(Bundle bundle) {
        return !bundle.adapt(BundleRevision.class)
                .getDeclaredCapabilities(ExtenderNamespace.EXTENDER_NAMESPACE)
                .isEmpty();
    }

    private static List<Path> jars(Path folder, String first) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted(Comparator.<Path, Boolean>comparing(
                                    file -> !file.getFileName().toString().startsWith(first))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }
}
