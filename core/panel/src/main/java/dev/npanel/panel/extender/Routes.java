package dev.npanel.panel.extender;

import dev.npanel.panel.jersey.Application;
import dev.npanel.panel.mount.MountedBundle;
import dev.npanel.panel.mount.Mounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which bundle answers what. A first segment belongs to one bundle: the one that was installed first, so that core's cannot be
 * taken; whoever claims it besides is kept out, and comes in when the other goes. Thread-safe; readers never wait.
 */
@Component(service = {Routes.class, Mounts.class})
public final class Routes implements Mounts {
    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

    private final TreeMap<Long, Mount> mounts = new TreeMap<>();
    private final Set<Long> coming = new HashSet<>();
    private final Map<Long, CompletableFuture<@Nullable Void>> settled = new ConcurrentHashMap<>();
    private final CompletableFuture<@Nullable Void> complete = new CompletableFuture<>();
    private volatile Table table = new Table(Map.of(), List.of());

    private record Table(Map<String, Application> applications, List<MountedBundle> bundles) {}

    @Activate
    public Routes() {}

    @Override
    public List<MountedBundle> all() {
        return table.bundles();
    }

    @Override
    public synchronized boolean settle(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!coming.isEmpty()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The bundle's resources have changed, and are about to be {@link #put} or {@link #remove}d. */
    synchronized void expect(long bundleId) {
        coming.add(bundleId);
    }

    /** That has been done. */
    synchronized void arrived(long bundleId) {
        coming.remove(bundleId);
        notifyAll();
    }

    /** What answers below this first segment. */
    @Nullable
    Application serving(String segment) {
        return table.applications().get(segment);
    }

    /** From now on the bundle's resources are these. */
    synchronized void put(Mount mount) {
        Mount old = mounts.put(mount.bundle().bundleId(), mount);
        publish();
        retire(old);
    }

    /** The bundle has no resources any more. */
    synchronized void remove(long bundleId) {
        Mount old = mounts.remove(bundleId);
        if (old != null) {
            publish();
            retire(old);
        }
    }

    /**
     * Tells that all resources this bundle has offered so far are mounted, or refused; called after every mount that nothing is
     * waiting behind.
     */
    void settled(long bundleId) {
        settled.computeIfAbsent(bundleId, id -> new CompletableFuture<>()).complete(null);
    }

    /** Ends when the bundle's resources are mounted for the first time. */
    public CompletionStage<@Nullable Void> whenSettled(long bundleId) {
        return settled.computeIfAbsent(bundleId, id -> new CompletableFuture<>());
    }

    /** All that was installed when the panel started is mounted: what is not there by now is absent, and not only late. */
    void complete() {
        complete.complete(null);
    }

    /** Whether that is so. */
    boolean isComplete() {
        return complete.isDone();
    }

    /** Ends when that is so. */
    public CompletionStage<@Nullable Void> whenComplete() {
        return complete.minimalCompletionStage();
    }

    private void publish() {
        Map<String, Application> applications = new HashMap<>();
        Map<String, String> owners = new HashMap<>();
        List<MountedBundle> bundles = new ArrayList<>();
        for (Mount mount : mounts.values()) {
            List<String> refusals = refusals(mount, owners);
            Application application = mount.application();
            if (application == null || !refusals.isEmpty()) {
                MountedBundle refused = mount.refused(refusals);
                tell(refused);
                bundles.add(refused);
            } else {
                mount.segments().forEach(segment -> {
                    owners.put(segment, mount.bundle().bundle());
                    applications.put(segment, application);
                });
                bundles.add(mount.bundle());
            }
        }
        table = new Table(Map.copyOf(applications), List.copyOf(bundles));
    }

    private void tell(MountedBundle refused) {
        if (!table.bundles().contains(refused)) {
            LOG.error("REFUSED: nothing of {} is served: {}", refused.bundle(), String.join("; ", refused.refusals()));
        }
    }

    private static List<String> refusals(Mount mount, Map<String, String> owners) {
        List<String> refusals = new ArrayList<>(mount.bundle().refusals());
        mount.segments().stream()
                .filter(owners::containsKey)
                .sorted()
                .map(segment -> "/api/" + segment + " belongs to " + owners.get(segment))
                .forEach(refusals::add);
        return refusals;
    }

    private static void retire(@Nullable Mount mount) {
        if (mount != null && mount.application() != null) {
            mount.application().retire();
        }
    }
}
