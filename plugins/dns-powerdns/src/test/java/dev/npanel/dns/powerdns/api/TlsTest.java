package dev.npanel.dns.powerdns.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.npanel.dns.tests.Refused;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PowerDNS on another machine gets the key only when its certificate is good and names it. */
class TlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String AWAY = "dns.backend.away";

    private final AtomicInteger requests = new AtomicInteger();
    private SSLContext context;
    private SSLContext usual;
    private HttpsServer server;

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        usual = SSLContext.getDefault();
        context = context(directory.resolve("server.p12"));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            byte[] body = "[]".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        SSLContext.setDefault(usual);
        server.stop(0);
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() {
        Refused.with(AWAY, () -> api("localhost").find("/zones"));
        assertThat(requests).hasValue(0);
    }

    @Test
    void theCertificateHasToNameTheHost() {
        SSLContext.setDefault(context);
        assertThat(api("localhost").find("/zones")).isPresent();
        Refused.with(AWAY, () -> api("127.0.0.1").find("/zones"));
        assertThat(requests).hasValue(1);
    }

    private PdnsApi api(String host) {
        String url = "https://" + host + ":" + server.getAddress().getPort();
        return new PdnsApi(Map.of("NPANEL_PDNS_URL", url, "NPANEL_PDNS_API_KEY", "sesame"));
    }

    /** Of somebody whose certificate is for localhost, and who trusts it. */
    private static SSLContext context(Path file) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "server",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
