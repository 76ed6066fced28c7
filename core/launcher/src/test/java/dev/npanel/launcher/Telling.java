package dev.npanel.launcher;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.slf4j.LoggerFactory;

/** What the bundles of the tests do: they say that they start and stop, the way our bundles do. */
public final class Telling implements BundleActivator {
    /** The framework property with the name of the bundle that does not start. */
    static final String BROKEN = "npanel.test.broken";

    @Override
    public void start(BundleContext context) {
        String name = context.getBundle().getSymbolicName();
        if (name.equals(context.getProperty(BROKEN))) {
            throw new IllegalStateException("as the test wants it");
        }
        say("start " + name);
        context.addFrameworkListener(event -> {
            if (event.getType() == FrameworkEvent.STARTLEVEL_CHANGED) {
                say("complete for " + name);
            }
        });
    }

    @Override
    public void stop(BundleContext context) {
        say("stop " + context.getBundle().getSymbolicName());
    }

    private static void say(String text) {
        LoggerFactory.getLogger("dev.npanel.test").info(text);
    }
}
