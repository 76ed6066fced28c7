package dev.npanel.itests.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** The panel's features in a stock Karaf, and the DNS plugin going and coming while clients ask. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class PanelFeaturesIT {
    private static final String DNS = "npanel.dns.panel";
    private static final int PATIENCE_SECONDS = 60;

    @Inject
    public BundleContext context;

    @Configuration
    public Option[] configuration() {
        return StockKaraf.with("npanel-panel", "npanel-dns-panel");
    }

    @Test
    public void everyBundleRuns() throws InterruptedException {
        assertEquals(List.of(), OurBundles.idle(context));
    }

    @Test
    public void thePanelAnswers() throws Exception {
        Client client = new Client(context);
        // 503 as long as it starts
        client.await("/api/nothing", 401);
        assertEquals(401, client.status("/api/dns"));
        assertEquals(401, client.status("/api/accounts"));
        assertTrue(client.status("/api/health") < 600);
    }

    @Test
    public void aPluginGoesAndComesWhileClientsAsk() throws Exception {
        Client client = new Client(context);
        client.await("/api/dns", 401);
        Bundle dns = dns();
        AtomicBoolean done = new AtomicBoolean();
        ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<Void>> askers = new ArrayList<>();
        for (String path : List.of("/api/dns", "/api/accounts", "/api/domains")) {
            askers.add(CompletableFuture.runAsync(() -> ask(client, path, done, wrong)));
        }
        for (int i = 0; i < 5; i++) {
            redeploy(client, dns);
        }
        done.set(true);
        for (CompletableFuture<Void> asker : askers) {
            asker.get(30, TimeUnit.SECONDS);
        }
        assertEquals(List.of(), List.copyOf(wrong));
    }

    /** A class loader that stays would be a leak of megabytes for a plugin that is often replaced. */
    @Test
    public void aPluginThatGoesLeavesNothing() throws Exception {
        Client client = new Client(context);
        client.await("/api/dns", 401);
        WeakReference<ClassLoader> before = loader(dns());
        redeploy(client, dns());
        refresh(dns());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (before.get() != null && System.nanoTime() < end) {
            client.status("/api/dns");
            System.gc();
        }
        assertNull(before.get());
    }

    private Bundle dns() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> DNS.equals(bundle.getSymbolicName()))
                .findAny()
                .orElseThrow();
    }

    private static WeakReference<ClassLoader> loader(Bundle bundle) {
        return new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader());
    }

    private void refresh(Bundle bundle) throws InterruptedException {
        CountDownLatch refreshed = new CountDownLatch(1);
        context.getBundle(0)
                .adapt(FrameworkWiring.class)
                .refreshBundles(Set.of(bundle), event -> refreshed.countDown());
        assertTrue(refreshed.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    private static void redeploy(Client client, Bundle dns) throws Exception {
        dns.stop();
        dns.update();
        dns.start();
        client.await("/api/dns", 401);
    }

    /** Others do not notice; the plugin's own path is not there for a moment. */
    private static void ask(Client client, String path, AtomicBoolean done, ConcurrentLinkedQueue<String> wrong) {
        while (!done.get()) {
            try {
                int status = client.status(path);
                boolean away = status == 404 && path.equals("/api/dns");
                if (status != 401 && status != 429 && status != 503 && !away) {
                    wrong.add(path + ": " + status);
                }
            } catch (IOException failed) {
                wrong.add(path + ": " + failed);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
