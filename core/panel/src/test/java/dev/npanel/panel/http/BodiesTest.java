package dev.npanel.panel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that come a byte at a time and never end. */
class BodiesTest {
    /** For a machine that hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    @BeforeEach
    void start() throws Exception {
        server.addConnector(connector);
        server.setHandler(Bodies.within(Duration.ofMillis(500), new Unread()));
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        clock.shutdownNow();
        server.stop();
    }

    /** One is waited for before the answer, to the others there is an answer before they are there. */
    @ParameterizedTest
    @ValueSource(ints = {1_000, 100_000, 5_000_000})
    void areCutOffInTheEnd(int length) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
            send(socket, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + length + "\r\n\r\n");
            CompletableFuture<Void> cutOff = new CompletableFuture<>();
            Future<?> dripping = clock.scheduleWithFixedDelay(() -> drip(socket, cutOff), 0, 50, TimeUnit.MILLISECONDS);

            assertThat(cutOff).succeedsWithin(PATIENCE);
            dripping.cancel(false);
        }
    }

    private static void drip(Socket socket, CompletableFuture<Void> cutOff) {
        try {
            send(socket, "x");
        } catch (IOException closed) {
            cutOff.complete(null);
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Refuses everything without a look at the body. */
    private static final class Unread extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            response.setStatus(HttpStatus.UNAUTHORIZED_401);
            Content.Sink.write(response, true, "no", callback);
            return true;
        }
    }
}
