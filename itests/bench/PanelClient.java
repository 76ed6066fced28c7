import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A client that is logged in. Environment: PANEL (https://address:8443), CERTIFICATE (PEM file), USERNAME, PASSWORD. Thread-safe. */
final class PanelClient {
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final HttpClient http;
    private final String panel = System.getenv("PANEL") + "/api/";
    private String token = "";
    private long loggedIn;

    PanelClient() throws Exception {
        http = HttpClient.newBuilder().sslContext(trusting(System.getenv("CERTIFICATE"))).build();
        login();
    }

    HttpClient http() {
        return http;
    }

    private static SSLContext trusting(String pem) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(Path.of(pem))) {
            store.setCertificateEntry("panel", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** A token is good for ten minutes, and ten thousand zones may take longer. */
    private synchronized String token() throws Exception {
        if (System.nanoTime() - loggedIn > FRESH.toNanos()) {
            login();
        }
        return token;
    }

    private void login() throws Exception {
        String body = "{\"username\":\"%s\",\"password\":\"%s\"}"
                .formatted(System.getenv("USERNAME"), System.getenv("PASSWORD"));
        HttpRequest login = HttpRequest.newBuilder(URI.create(panel + "auth/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        String answer = expect(200, http.send(login, BodyHandlers.ofString()));
        loggedIn = System.nanoTime();
        token = answer.replaceAll("(?s).*\"accessToken\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    HttpRequest post(String path, String body) throws Exception {
        return request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build();
    }

    HttpRequest.Builder request(String path) throws Exception {
        return HttpRequest.newBuilder(URI.create(panel + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token());
    }

    static String expect(int status, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != status) {
            throw new IOException(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
