package dev.npanel.panel.extender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.panel.http.Listening;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What billing systems are made with: one handle of curl, one connection, and as many requests as there are accounts. (Jetty
 * ends a connection of HTTP/2 with too many frames that are no requests.)
 */
class BusyClientTest {
    private static final int REQUESTS = 1_000;
    private static final List<String> COMMAND =
            List.of("curl --silent --show-error --http2 --insecure --fail --fail-early --config -".split(" "));

    @Test
    void isAnsweredEachTimeOnOneConnection(@TempDir Path folder) throws Exception {
        Served served = new Served();
        served.mount(1, new Things());
        Listening https = new Listening(folder, 100, new ApiHandler(served.routes, served.guard));
        try {
            String said = curl(
                    "header = \"Authorization: Bearer alice\"\nwrite-out = \" %{http_version} %{num_connects}\\n\"\n"
                            + ("url = " + https.uri().resolve("/api/things/example.com") + "\n").repeat(REQUESTS));

            assertThat(said.lines())
                    .hasSize(REQUESTS)
                    .allMatch(line -> line.contains("example.com") && line.contains("} 2 "));
            assertThat(said.lines().filter(line -> !line.endsWith(" 0")))
                    .as("connections")
                    .hasSize(1);
        } finally {
            https.close();
            served.close();
        }
    }

    private static String curl(String config) throws IOException, InterruptedException {
        Process curl = new ProcessBuilder(COMMAND).redirectErrorStream(true).start();
        try (OutputStream in = curl.getOutputStream()) {
            in.write(config.getBytes(StandardCharsets.US_ASCII));
        }
        String said = new String(curl.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(curl.waitFor()).as(said).isZero();
        return said;
    }
}
