package dev.npanel.panel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that go before they are answered, while their request is worked on or waits: the places of all of them are free again. */
class ClientsGoneTest {
    private static final int PLACES = 32;
    private static final int CLIENTS = 50;
    private static final int ROUNDS = 3;

    @TempDir
    Path folder;

    private final Slow slow = new Slow();
    private Listening server;

    @BeforeEach
    void start() throws Exception {
        server = new Listening(folder, 1000, slow);
    }

    @AfterEach
    void stop() throws Exception {
        slow.goOn();
        server.close();
    }

    @Test
    void overHttp11() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            slow.hold();
            List<SSLSocket> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                SSLSocket client = server.connect();
                clients.add(client);
                client.getOutputStream()
                        .write("POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi"
                                .getBytes(StandardCharsets.US_ASCII));
            }
            slow.awaitAtWork(PLACES);
            for (SSLSocket client : clients) {
                client.close();
            }
            slow.goOn();
            assertAnswers();
        }
    }

    @Test
    void overHttp2() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            slow.hold();
            HttpClient client = server.client();
            List<CompletableFuture<?>> requests = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                requests.add(client.sendAsync(
                        HttpRequest.newBuilder(server.uri().resolve("/slow"))
                                .POST(BodyPublishers.ofString("hi"))
                                .build(),
                        BodyHandlers.ofString()));
            }
            slow.awaitAtWork(PLACES);
            requests.forEach(request -> request.cancel(true));
            slow.goOn();
            assertAnswers();
        }
    }

    @Test
    void whatWaitsForNobodyIsNotWorkedOn() throws Exception {
        server.close();
        Places few = new Places(new Places.Limits(4, 100, Duration.ofMinutes(1)), request -> false, slow);
        server = new Listening(Files.createDirectory(folder.resolve("few")), 1000, few);
        HttpClient client = server.client();
        List<CompletableFuture<?>> requests = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            requests.add(client.sendAsync(
                    HttpRequest.newBuilder(server.uri().resolve("/slow")).build(), BodyHandlers.ofString()));
        }
        await().until(() -> few.queued() == 16);
        requests.forEach(request -> request.cancel(true));
        await().until(() -> few.queued() == 0);
        slow.goOn();
        assertAnswers();
        assertThat(slow.begun()).isEqualTo(4);
    }

    private void assertAnswers() throws Exception {
        for (int i = 0; i < PLACES + 1; i++) {
            HttpRequest quick = HttpRequest.newBuilder(server.uri()).build();
            assertThat(server.client().send(quick, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
        await().untilAsserted(() -> assertThat(slow.atWork()).isZero());
    }

    /** Answers what is below /slow only when it is told to go on. */
    private static final class Slow extends Handler.Abstract {
        private final AtomicInteger atWork = new AtomicInteger();
        private final AtomicInteger begun = new AtomicInteger();
        private volatile CountDownLatch gate = new CountDownLatch(1);

        void hold() {
            gate = new CountDownLatch(1);
        }

        void goOn() {
            gate.countDown();
        }

        int begun() {
            return begun.get();
        }

        int atWork() {
            return atWork.get();
        }

        void awaitAtWork(int requests) {
            await().until(() -> atWork.get() >= requests);
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            if (Request.getPathInContext(request).startsWith("/slow")) {
                atWork.incrementAndGet();
                begun.incrementAndGet();
                try {
                    gate.await();
                } finally {
                    atWork.decrementAndGet();
                }
            }
            Content.Sink.write(response, true, "done", callback);
            return true;
        }
    }
}
