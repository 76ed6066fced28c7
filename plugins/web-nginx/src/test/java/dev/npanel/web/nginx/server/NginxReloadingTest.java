package dev.npanel.web.nginx.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.host.unit.Reloading;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the nginx of this machine. */
@Tag("W4")
class NginxReloadingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int RELOADS = 100;

    @TempDir
    private Path directory;

    private final Refusals refusals = new Refusals();
    private Nginx nginx;
    private NginxReloading reloading;

    @BeforeEach
    void start() throws IOException {
        nginx = new Nginx(directory);
        reloading = new NginxReloading(nginx.socket(), nginx.pid(), nginx.log(), refusals);
    }

    @AfterEach
    void stop() {
        nginx.close();
    }

    @Test
    void afterwardsEverybodyIsAnsweredByTheNewConfiguration() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        for (int i = 0; i < 5; i++) {
            nginx.configure("server { listen 127.0.0.1:%d; server_name %s; return 200 new%d; }"
                    .formatted(nginx.port(), "127.0.0.1", i));
            try (Reloading.Watch watch = reloading.watch()) {
                nginx.reload();
                watch.await(PATIENCE);
            }
            URI url = URI.create("http://127.0.0.1:" + nginx.port() + "/");
            for (int request = 0; request < 20; request++) {
                assertThat(client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString())
                                .body())
                        .isEqualTo("new" + i);
            }
        }
    }

    @Test
    void aHundredReloadsDropNoneOfAThousandClientsAndNoDownload() throws Exception {
        nginx.configure(
                "server { listen 127.0.0.1:%d; server_name download; limit_rate 16k; set $a %s; return 200 %s; }"
                        .formatted(nginx.port(), "x".repeat(4000), "$a".repeat(16)));
        reload();
        try (Clients clients = new Clients(nginx.port(), 1000);
                Socket download = new Socket(InetAddress.getLoopbackAddress(), nginx.port())) {
            download.getOutputStream()
                    .write("GET / HTTP/1.0\r\nHost: download\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < RELOADS; i++) {
                reload();
            }
            assertThat(clients.end()).isGreaterThan(1000);
            assertThat(download.getInputStream().readAllBytes().length).isGreaterThan(64_000);
        }
    }

    private void reload() {
        try (Reloading.Watch watch = reloading.watch()) {
            nginx.reload();
            watch.await(PATIENCE);
        }
    }

    @Test
    void whatNginxRefusesIsSaidInItsWordsWithoutThePath() throws IOException {
        nginx.configure("no_such_thing on;\n");
        try (Reloading.Watch watch = reloading.watch()) {
            nginx.reload();
            ProblemException refused = catchThrowableOfType(ProblemException.class, () -> watch.await(PATIENCE));
            assertThat(refused.problem().kind()).isEqualTo(ProblemKind.CONFLICT);
            assertThat(refused.problem().message())
                    .startsWith("nginx refuses: unknown directive \"no_such_thing\" in nginx.conf:")
                    .doesNotContain(directory.toString());
        }
    }

    @Test
    void whatDoesNotRunIsNotWaitedFor() {
        nginx.close();
        try (Reloading.Watch watch = reloading.watch()) {
            watch.await(PATIENCE);
        }
    }

    @Test
    void aSiteIsNamedByItsDomain() {
        assertThat(ReloadWatch.forPeople("unknown directive \"x\" in /etc/nginx/npanel/sites/example.com.conf:7"))
                .isEqualTo("unknown directive \"x\" (site example.com, line 7)");
    }
}
