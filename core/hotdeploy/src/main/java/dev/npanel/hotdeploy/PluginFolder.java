package dev.npanel.hotdeploy;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import dev.npanel.api.plugin.InstalledPlugins;
import dev.npanel.api.plugin.PluginChoice;
import dev.npanel.api.plugin.PluginsStarted;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the folder that the framework property {@code npanel.plugins} names. Every event makes it look at the whole folder, so
 * that a lost or a merged event changes nothing. The kernel tells when something happens: nothing is polled.
 *
 * <p>Put jars in place by renaming them from another name, as dpkg does. A jar that is written in place is taken when it
 * is complete. What is in the folder runs with all rights of this process: it must be root's, or belong to the process's own
 * user, and nobody else may write it.
 *
 * <p>So it is with the folder that says which plugins are not to run.
 */
@Component(
        immediate = true,
        service = {})
public final class PluginFolder {
    /** The framework property with the folder's path; without it there are no plugins. */
    static final String PROPERTY = "npanel.plugins";
    /** The framework property with the path of the folder that says which plugins are not to run. */
    static final String CHOICES = "npanel.plugins.choices";

    private static final Logger LOG = LoggerFactory.getLogger(PluginFolder.class);
    private static final int QUIET_SECONDS = 10;
    private static final int COLLECTIONS = 2;
    private static final int REST_MINUTES = 10;
    /** Those who wait for the process have their answers by then: nothing takes the processor from these. */
    private static final int LATE_SECONDS = 2;

    private final BundleContext context;
    private final Path folder;
    private final Owners owners;
    private final Plugins plugins;
    private final Snapshot snapshot = new Snapshot();
    private final WatchService watch;
    private final Heap heap;
    private final CountDownLatch closed = new CountDownLatch(1);
    // of one thread at a time: the one that makes this, then the one that follows the folder
    private boolean announced;

    /**
     * Begins to watch.
     *
     * @throws IOException when there is no such folder, or others could put something into it
     */
    @Activate
    public PluginFolder(BundleContext context) throws IOException {
        this.context = context;
        context.registerService(InstalledPlugins.class, snapshot, null);
        boolean usable = false;
        try {
            this.heap = new Heap(context.getProperty(Heap.ROOM));
            this.folder = folder(context);
            this.owners = Owners.of(context.getDataFile("").toPath());
            owners.require(folder);
            this.watch = folder.getFileSystem().newWatchService();
            folder.register(watch, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
            this.plugins = new Plugins(context, choices(), snapshot);
            usable = true;
        } finally {
            if (!usable) {
                announce();
                snapshot.settle();
            }
        }
        Thread thread = new Thread(this::follow, "plugins");
        thread.setDaemon(true);
        thread.start();
    }

    @Deactivate
    void close() throws IOException {
        closed.countDown();
        watch.close();
    }

    private static Path folder(BundleContext context) throws IOException {
        String property = context.getProperty(PROPERTY);
        if (property == null) {
            throw new IllegalStateException("the framework property " + PROPERTY + " is not set");
        }
        return Path.of(property).toRealPath();
    }

    /** Without that folder no choice can be made, and every plugin runs. */
    private Choices choices() throws IOException {
        String property = context.getProperty(CHOICES);
        Path place = Path.of(property == null ? PluginChoice.DIRECTORY.text() : property);
        if (Files.isDirectory(place)) {
            owners.require(place.toRealPath());
            place.register(watch, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
        } else {
            LOG.error("there is no folder {}: plugins cannot be disabled", place);
        }
        return new Choices(place, owners);
    }

    private void follow() {
        try {
            takeFirst();
            WatchKey changed = next();
            changed.pollEvents();
            while (changed.reset()) {
                plugins.become(jars(), () -> {}, () -> true);
                changed = next();
                changed.pollEvents();
            }
            LOG.error("the folder {} is gone; plugins stay as they are", changed.watchable());
        } catch (ClosedWatchServiceException closed) {
            LOG.debug("closed", closed);
        } catch (IOException unreadable) {
            LOG.error("cannot read the folder {}; plugins stay as they are", folder, unreadable);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What happens next. When nothing does for a while, starting is over, and what it has left in memory is given back; the
     * second time also what is only softly reachable and was not used since the first. Later that is done for what work has left.
     */
    private WatchKey next() throws InterruptedException {
        for (int i = 0; i < COLLECTIONS; i++) {
            WatchKey soon = watch.poll(QUIET_SECONDS, TimeUnit.SECONDS);
            if (soon != null) {
                return soon;
            }
            heap.tidy();
        }
        WatchKey later = null;
        while (later == null) {
            later = watch.poll(REST_MINUTES, TimeUnit.MINUTES);
            if (later == null && heap.hasGrown()) {
                heap.tidy();
            }
        }
        return later;
    }

    private void takeFirst() throws IOException, InterruptedException {
        try {
            plugins.become(jars(), this::announce, () -> !closed.await(LATE_SECONDS, TimeUnit.SECONDS));
        } finally {
            announce();
            snapshot.settle();
        }
    }

    /** Once, and also when there are none to be had: the process is to serve without them. */
    private void announce() {
        if (announced) {
            return;
        }
        announced = true;
        try {
            context.registerService(PluginsStarted.class, new PluginsStarted(), null);
        } catch (IllegalStateException stopped) {
            LOG.debug("stopped before the first plugins were started", stopped);
        }
    }

    private List<PluginJar> jars() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
        List<PluginJar> jars = new ArrayList<>();
        for (Path file : files) {
            try {
                PluginJar.of(file, owners).ifPresent(jars::add);
            } catch (IOException unusable) {
                LOG.warn("{} is not taken: {}", file, unusable.getMessage());
            }
        }
        return jars;
    }
}
