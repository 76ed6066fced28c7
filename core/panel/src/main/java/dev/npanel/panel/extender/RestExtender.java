package dev.npanel.panel.extender;

import dev.npanel.api.plugin.PluginsStarted;
import dev.npanel.panel.jersey.Application;
import dev.npanel.panel.mount.MountedBundle;
import dev.npanel.panel.mount.Operation;
import dev.npanel.panel.mount.RequestGuard;
import dev.npanel.panel.rest.Resource;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.server.internal.RuntimeDelegateImpl;
import org.glassfish.jersey.server.model.ModelValidationException;
import org.glassfish.jersey.server.model.ResourceModelIssue;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the {@link Resource} services and keeps the {@link Routes} up to date, bundle by bundle. Resources that come or go
 * while a bundle is being mounted are taken together in its next mount; so are all that a bundle brings when it starts.
 */
@Component(
        immediate = true,
        service = {})
public final class RestExtender
        implements ServiceTrackerCustomizer<Resource, RestExtender.Offer>, BundleListener, FrameworkListener {
    private static final Logger LOG = LoggerFactory.getLogger(RestExtender.class);

    /** The start level of a framework that has started its bundles is a higher one. */
    private static final int BEGINNING = 1;

    /** For a bundle of which it was not heard that it has started: the extender itself may have come too late for that. */
    private static final int PATIENCE_MILLIS = 1_000;

    private final BundleContext context;
    private final RequestGuard guard;
    private final Routes routes;
    private final Map<Bundle, Set<Offer>> offers = new HashMap<>();
    private final Set<Bundle> waiting = new HashSet<>();
    private final Set<Bundle> started = new HashSet<>();
    private boolean pluginsStarted;
    private boolean frameworkStarted;
    private final ScheduledExecutorService mounting =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "mounting"));
    private final ServiceTracker<Resource, Offer> tracker;

    /** A resource and whose it is. */
    record Offer(Bundle bundle, Resource resource) {}

    @Activate
    public RestExtender(BundleContext context, @Reference RequestGuard guard, @Reference Routes routes) {
        this.context = context;
        this.guard = new StartGuard(guard, routes);
        this.routes = routes;
        this.tracker = new ServiceTracker<>(context, Resource.class, this);
        this.frameworkStarted = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                        .adapt(FrameworkStartLevel.class)
                        .getStartLevel()
                > BEGINNING;
        // so that JAX-RS does not go looking for an implementation with service loaders
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
        context.addBundleListener(this);
        context.addFrameworkListener(this);
        tracker.open();
    }

    /** What installed plugins bring is mounted, or waits to be. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, unbind = "goOn")
    void expectNoMore(PluginsStarted plugins) {
        synchronized (offers) {
            pluginsStarted = true;
        }
        mounting.execute(this::tellWhenComplete);
    }

    void goOn(PluginsStarted plugins) {
        // what is mounted stays mounted
    }

    @Deactivate
    void close() {
        context.removeFrameworkListener(this);
        context.removeBundleListener(this);
        tracker.close();
        mounting.shutdown();
    }

    @Override
    public @Nullable Offer addingService(ServiceReference<Resource> reference) {
        Resource resource = context.getService(reference);
        if (resource == null) {
            return null;
        }
        Offer offer = new Offer(reference.getBundle(), resource);
        synchronized (offers) {
            offers.computeIfAbsent(offer.bundle(), bundle -> new LinkedHashSet<>())
                    .add(offer);
            mountSoon(offer.bundle());
        }
        return offer;
    }

    @Override
    public void modifiedService(ServiceReference<Resource> reference, Offer offer) {
        // its properties mean nothing here
    }

    @Override
    public void removedService(ServiceReference<Resource> reference, Offer offer) {
        synchronized (offers) {
            Set<Offer> left = offers.getOrDefault(offer.bundle(), new HashSet<>());
            left.remove(offer);
            if (left.isEmpty()) {
                offers.remove(offer.bundle());
            }
            mountSoon(offer.bundle());
        }
        context.ungetService(reference);
    }

    /** Asynchronous, and so after the component runtime, which is told at once, has registered all that the bundle brings. */
    @Override
    public void bundleChanged(BundleEvent event) {
        Bundle bundle = event.getBundle();
        synchronized (offers) {
            if (event.getType() == BundleEvent.STARTED) {
                started.add(bundle);
                mounting.execute(() -> mount(bundle));
            } else if (event.getType() == BundleEvent.STOPPED) {
                started.remove(bundle);
            }
        }
    }

    /**
     * The framework has started its bundles, among them this one, whose own start is not heard here. Nothing is mounted before:
     * plugins that have started may still lack what the core is to offer them, and so offer nothing themselves, or not all.
     */
    @Override
    public void frameworkEvent(FrameworkEvent event) {
        if (event.getType() != FrameworkEvent.STARTLEVEL_CHANGED) {
            return;
        }
        synchronized (offers) {
            frameworkStarted = true;
            for (Bundle bundle : waiting) {
                if (bundle.getState() == Bundle.ACTIVE) {
                    started.add(bundle);
                }
                schedule(bundle);
            }
        }
        mounting.execute(this::tellWhenComplete);
    }

    private void mountSoon(Bundle bundle) {
        if (waiting.add(bundle)) {
            routes.expect(bundle.getBundleId());
            schedule(bundle);
        }
    }

    private void schedule(Bundle bundle) {
        int delay = started.contains(bundle) ? 0 : PATIENCE_MILLIS;
        ScheduledFuture<?> unused = mounting.schedule(() -> mount(bundle), delay, TimeUnit.MILLISECONDS);
    }

    private void mount(Bundle bundle) {
        List<Resource> resources;
        synchronized (offers) {
            if (!frameworkStarted || !waiting.remove(bundle)) {
                return;
            }
            resources = offers.getOrDefault(bundle, Set.of()).stream()
                    .map(Offer::resource)
                    .toList();
        }
        try {
            remount(bundle, resources);
        } finally {
            tellWhenArrived(bundle);
        }
        tellWhenComplete();
    }

    private void remount(Bundle bundle, List<Resource> resources) {
        boolean going = (bundle.getState() & (Bundle.STARTING | Bundle.ACTIVE)) == 0;
        if (resources.isEmpty() || going) {
            routes.remove(bundle.getBundleId());
        } else {
            routes.put(mount(bundle, resources));
            LOG.info("{} resources of {}", resources.size(), bundle.getSymbolicName());
            if (!isWaiting(bundle)) {
                routes.settled(bundle.getBundleId());
            }
        }
    }

    private void tellWhenArrived(Bundle bundle) {
        synchronized (offers) {
            if (!waiting.contains(bundle)) {
                routes.arrived(bundle.getBundleId());
            }
        }
    }

    private void tellWhenComplete() {
        boolean complete;
        synchronized (offers) {
            complete = pluginsStarted && frameworkStarted && waiting.isEmpty();
        }
        if (complete) {
            routes.complete();
        }
    }

    private boolean isWaiting(Bundle bundle) {
        synchronized (offers) {
            return waiting.contains(bundle);
        }
    }

    private Mount mount(Bundle bundle, List<Resource> resources) {
        Inspection inspection = Inspection.of(resources);
        if (!inspection.refusals().isEmpty()) {
            return new Mount(describe(bundle, List.of(), inspection.refusals()), null);
        }
        try {
            Application application = new Application(resources, inspection.operations(), guard);
            return new Mount(describe(bundle, inspection.operations(), List.of()), application);
        } catch (ModelValidationException wrong) {
            List<String> refusals = wrong.getIssues().stream()
                    .map(ResourceModelIssue::getMessage)
                    .toList();
            return new Mount(describe(bundle, List.of(), refusals), null);
        }
    }

    private static MountedBundle describe(Bundle bundle, List<Operation> operations, List<String> refusals) {
        return new MountedBundle(
                bundle.getBundleId(),
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                operations,
                refusals);
    }
}
