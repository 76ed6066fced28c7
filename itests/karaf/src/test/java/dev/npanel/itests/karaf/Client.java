package dev.npanel.itests.karaf;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.osgi.framework.BundleContext;

/** Asks the panel of this Karaf over HTTPS. */
final class Client {
    private static final int PATIENCE_SECONDS = 30;

    private final String base;
    private final HttpClient http;

    Client(BundleContext context) throws GeneralSecurityException, IOException {
        base = "https://127.0.0.1:" + context.getProperty("npanel.http.port");
        KeyStore store = KeyStore.getInstance(
                new File(context.getProperty("npanel.tls.keystore")), StockKaraf.PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("panel", store.getCertificate("panel"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        http = HttpClient.newBuilder().sslContext(tls).build();
    }

    int status(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }

    /** Asks again and again until the answer is this one. */
    void await(String path, int wanted) throws Exception {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try {
            CompletableFuture<Integer> seen = new CompletableFuture<>();
            ScheduledFuture<?> asking = clock.scheduleWithFixedDelay(
                    () -> {
                        try {
                            if (status(path) == wanted) {
                                seen.complete(wanted);
                            }
                        } catch (IOException notYet) {
                            // asked again
                        } catch (InterruptedException stopped) {
                            Thread.currentThread().interrupt();
                        }
                    },
                    0,
                    100,
                    TimeUnit.MILLISECONDS);
            seen.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            asking.cancel(false);
        } finally {
            clock.shutdownNow();
        }
    }
}
