package dev.npanel.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code java -cp npanel-launcher.jar dev.npanel.launcher.Main /usr/lib/npanel/agent}: a bare OSGi framework with the bundles of
 * the folder {@code bundles}. SIGTERM stops the bundles in order. Exits with 1 when one of them cannot start. When all have
 * started, the framework goes on to start level 2, which those can hear that want to know.
 */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final long STOP_MILLIS = 20_000;
    /** The start level of the framework that says: all of the process's own bundles have started. */
    private static final int COMPLETE = 2;

    private Main() {}

    /** @param arguments the folder that holds {@code bundles} */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        if (arguments.length != 1) {
            System.err.println("usage: Main FOLDER");
            System.exit(2);
        }
        System.exit(run(Path.of(arguments[0]).toAbsolutePath()));
    }

    /** Returns when the framework has stopped, with the exit code of the process. */
    static int run(Path home) throws InterruptedException, IOException {
        long begin = System.nanoTime();
        Map<String, String> settings = Settings.of(home, System.getProperties());
        Framework framework = new FrameworkFactory().newFramework(settings);
        try {
            framework.init();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(framework), "shutdown"));
            framework.start();
            CoreBundles.start(
                    framework.getBundleContext(), home.resolve("bundles"), settings.getOrDefault(Settings.FIRST, ""));
            framework.adapt(FrameworkStartLevel.class).setStartLevel(COMPLETE);
            LOG.info("started in {} ms", (System.nanoTime() - begin) / 1_000_000);
        } catch (BundleException | IOException broken) {
            LOG.error("cannot start", broken);
            stop(framework);
            return 1;
        }
        return framework.waitForStop(0).getType() == FrameworkEvent.ERROR ? 1 : 0;
    }

    private static void stop(Framework framework) {
        try {
            framework.stop();
            framework.waitForStop(STOP_MILLIS);
        } catch (BundleException broken) {
            LOG.error("cannot stop", broken);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
