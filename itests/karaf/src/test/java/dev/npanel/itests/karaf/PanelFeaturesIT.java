package dev.npanel.itests.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
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
import org.osgi.framework.Constants;

/** The panel's features in a stock Karaf, and the DNS plugin going and coming while clients ask. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class PanelFeaturesIT {
    private static final String DNS = "npanel.dns.panel";

    @Inject
    public BundleContext context;

    @Configuration
    public Option[] configuration() {
        return StockKaraf.with("npanel-panel", "npanel-dns-panel");
    }

    @Test
    public void everyBundleRuns() {
        List<String> idle = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith("npanel."))
                .filter(bundle -> bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .map(Bundle::getSymbolicName)
                .collect(Collectors.toList());
        assertEquals(List.of(), idle);
    }

    @Test
    public void thePanelAnswers() throws Exception {
        Client client = new Client(context);
        client.await("/api/dns", 401);
        assertEquals(401, client.status("/api/accounts"));
        assertTrue(client.status("/api/health") < 600);
    }

    @Test
    public void aPluginGoesAndComesWhileClientsAsk() throws Exception {
        Client client = new Client(context);
        client.await("/api/dns", 401);
        Bundle dns = Arrays.stream(context.getBundles())
                .filter(bundle -> DNS.equals(bundle.getSymbolicName()))
                .findAny()
                .orElseThrow();
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
