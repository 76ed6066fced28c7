package dev.npanel.itests.host;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The panel as a client from outside sees it. Trusts the one certificate that root reads on the host. */
public final class Panel {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final String address;
    private final SSLContext trust;
    private final HttpClient http;

    Panel(String address, String certificate) {
        this(address, trusting(certificate), HttpClient.Version.HTTP_2);
    }

    private Panel(String address, SSLContext trust, HttpClient.Version version) {
        this.address = address;
        this.trust = trust;
        http = HttpClient.newBuilder()
                .sslContext(trust)
                .version(version)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /**
     * The same panel to a client of its own, for what depends on the protocol: one that has met a panel in the middle of its end
     * may speak HTTP/1.1 ever after.
     */
    public Panel over(HttpClient.Version version) {
        return new Panel(address, trust, version);
    }

    /** One request; {@code path} is below /api unless it begins with a slash. */
    public Answer send(String method, String path, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("https://" + address + ":8443" + (path.startsWith("/") ? path : "/api/" + path)))
                .timeout(PATIENCE)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            long began = System.nanoTime();
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    method + " " + path,
                    response.statusCode(),
                    response.body(),
                    response,
                    Duration.ofNanos(System.nanoTime() - began));
        } catch (IOException failed) {
            throw new UncheckedIOException(method + " " + path, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** A request with JSON, or without a body when it is empty; with a bearer token unless that is empty. */
    public Answer json(String method, String path, String token, String body) {
        Map<String, String> headers = token.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + token);
        if (!body.isEmpty()) {
            headers = new HashMap<>(headers);
            headers.put("Content-Type", "application/json");
        }
        return send(method, path, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** A request of somebody who has not logged in. */
    public Answer anonymous(String method, String path, String body) {
        return json(method, path, "", body);
    }

    public Answer login(String name, String password) {
        return anonymous("POST", "auth/login", Json.object("username", name, "password", password));
    }

    /** Whether the panel, and so much of it as it needs, is there. */
    public boolean answers() {
        try {
            return anonymous("GET", "health", "").status() == 200;
        } catch (UncheckedIOException away) {
            return false;
        }
    }

    private static SSLContext trusting(String certificate) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "panel",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(
                                    new ByteArrayInputStream(certificate.getBytes(StandardCharsets.US_ASCII))));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
