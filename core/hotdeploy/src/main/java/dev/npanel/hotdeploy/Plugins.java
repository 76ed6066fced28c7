package dev.npanel.hotdeploy;

import dev.npanel.api.plugin.InstalledPlugin;
import dev.npanel.hotdeploy.PluginJar.Stamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugins that run. Used by one thread. A plugin that cannot be installed, resolved or started is logged and tried again at
 * the next change, when what it lacked may be there; it never keeps another one from running.
 */
final class Plugins {
    private static final Logger LOG = LoggerFactory.getLogger(Plugins.class);

    private final BundleContext context;
    private final Choices choices;
    private final Snapshot snapshot;
    private final Map<String, Stamp> installed = new HashMap<>();
    private final Map<String, String> failures = new HashMap<>();
    private final Set<String> held = new HashSet<>();

    Plugins(BundleContext context, Choices choices, Snapshot snapshot) {
        this.context = context;
        this.choices = choices;
        this.snapshot = snapshot;
    }

    /**
     * Installs what is new, updates what was replaced, uninstalls what is gone; then what is not to run is stopped, and all else
     * that is there is started.
     *
     * @param served called when all have started but those that are late
     * @param pause before these are started, if they still are to be
     */
    void become(List<PluginJar> jars, Runnable served, Pause pause) throws InterruptedException {
        Map<String, PluginJar> wanted = jars.stream()
                .collect(Collectors.toMap(
                        PluginJar::location, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        Set<Bundle> stale = new LinkedHashSet<>();
        for (String location : List.copyOf(installed.keySet())) {
            PluginJar jar = wanted.get(location);
            if (jar == null) {
                stale.addAll(uninstall(location));
            } else if (!jar.stamp().equals(installed.get(location))) {
                stale.addAll(update(jar));
            }
        }
        List<PluginJar> added = jars.stream()
                .filter(jar -> !installed.containsKey(jar.location()))
                .toList();
        added.forEach(this::install);
        refresh(stale);
        // what is new waits to be started as if it had been kept from it
        added.forEach(jar -> held.add(jar.location()));
        List<Bundle> present = wanted.keySet().stream()
                .map(context::getBundle)
                .filter(bundle -> bundle != null && !Plugin.isFragment(bundle))
                .toList();
        snapshot.become(settle(present, served, pause));
    }

    private List<InstalledPlugin> settle(List<Bundle> present, Runnable served, Pause pause)
            throws InterruptedException {
        Election election = Election.of(
                present.stream().flatMap(each -> Plugin.of(each).stream()).toList(), choices);
        present.stream().filter(bundle -> !election.admits(bundle)).forEach(this::hold);
        List<Bundle> starting = present.stream()
                .filter(bundle -> election.admits(bundle) && shouldRun(bundle))
                .toList();
        starting.stream().filter(bundle -> !Plugin.isLate(bundle)).forEach(this::start);
        served.run();
        List<Bundle> late = starting.stream().filter(Plugin::isLate).toList();
        if (!late.isEmpty() && pause.take()) {
            late.forEach(this::start);
        }
        return election.result(failures);
    }

    private void install(PluginJar jar) {
        attempt("install", jar.location(), () -> {
            Bundle bundle = context.installBundle(jar.location());
            installed.put(jar.location(), jar.stamp());
            LOG.info("plugin {} installed", name(bundle));
        });
    }

    private Set<Bundle> update(PluginJar jar) {
        Bundle bundle = context.getBundle(jar.location());
        installed.put(jar.location(), jar.stamp());
        attempt("update", jar.location(), () -> {
            bundle.update();
            LOG.info("plugin {} updated", name(bundle));
        });
        return Set.of(bundle);
    }

    private Set<Bundle> uninstall(String location) {
        Bundle bundle = context.getBundle(location);
        installed.remove(location);
        held.remove(location);
        failures.remove(location);
        if (bundle == null) {
            return Set.of();
        }
        attempt("uninstall", location, () -> {
            String name = name(bundle);
            bundle.uninstall();
            LOG.info("plugin {} uninstalled", name);
        });
        return Set.of(bundle);
    }

    /** Keeps a plugin that is not to run from running: it stays installed, and others may use its packages. */
    private void hold(Bundle bundle) {
        held.add(bundle.getLocation());
        if (bundle.getState() == Bundle.ACTIVE
                || bundle.adapt(BundleStartLevel.class).isPersistentlyStarted()) {
            attempt("stop", bundle.getLocation(), () -> {
                bundle.stop();
                LOG.info("plugin {} stopped", name(bundle));
            });
        }
    }

    private void start(Bundle bundle) {
        attempt("start", bundle.getLocation(), () -> {
            bundle.start(Bundle.START_ACTIVATION_POLICY);
            held.remove(bundle.getLocation());
            LOG.info("plugin {} started", name(bundle));
        });
    }

    /** A plugin that somebody has stopped stays stopped. */
    private boolean shouldRun(Bundle bundle) {
        return bundle.getState() != Bundle.ACTIVE
                && (held.contains(bundle.getLocation())
                        || bundle.adapt(BundleStartLevel.class).isPersistentlyStarted());
    }

    /** Whoever used packages of a bundle that has changed is wired anew, and stopped and started for it. */
    private void refresh(Collection<Bundle> stale) throws InterruptedException {
        if (stale.isEmpty()) {
            return;
        }
        CountDownLatch refreshed = new CountDownLatch(1);
        FrameworkWiring wiring =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        wiring.refreshBundles(stale, event -> refreshed.countDown());
        refreshed.await();
    }

    private static String name(Bundle bundle) {
        return bundle.getSymbolicName() + " " + bundle.getVersion();
    }

    private void attempt(String what, String location, Attempt attempt) {
        try {
            attempt.run();
            failures.remove(location);
        } catch (BundleException | IllegalStateException broken) {
            failures.put(location, Failure.of(what, broken));
            LOG.error("cannot {} {}", what, location, broken);
        }
    }

    /** Lets others go first, and tells whether there is something to go on with. */
    @FunctionalInterface
    interface Pause {
        boolean take() throws InterruptedException;
    }

    private interface Attempt {
        void run() throws BundleException;
    }
}
