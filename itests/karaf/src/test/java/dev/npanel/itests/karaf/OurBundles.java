package dev.npanel.itests.karaf;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleListener;
import org.osgi.framework.Constants;

/** What of ours is in this Karaf. */
final class OurBundles {
    private static final int PATIENCE_SECONDS = 30;

    private OurBundles() {}

    /** Those that do not run although they should; whoever is about to start is waited for. */
    static List<String> idle(BundleContext context) throws InterruptedException {
        Semaphore changed = new Semaphore(0);
        BundleListener listener = event -> changed.release();
        context.addBundleListener(listener);
        try {
            List<String> idle = idleNow(context);
            while (!idle.isEmpty() && changed.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                idle = idleNow(context);
            }
            return idle;
        } finally {
            context.removeBundleListener(listener);
        }
    }

    private static List<String> idleNow(BundleContext context) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith("npanel."))
                .filter(bundle -> bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .map(Bundle::getSymbolicName)
                .collect(Collectors.toList());
    }
}
