package dev.npanel.dns.powerdns.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Something that listens where PowerDNS should, and answers as it likes. */
final class StrangeServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile Behaviour behaviour = exchange -> {};

    StrangeServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            behaviour.answer(exchange);
            exchange.close();
        });
        server.start();
    }

    /** Answers so from now on. */
    void answers(int status, String type, String body) {
        behaves(exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    void behaves(Behaviour wanted) {
        behaviour = wanted;
    }

    int requests() {
        return requests.get();
    }

    PdnsApi api() {
        return new PdnsApi(Map.of(
                "NPANEL_PDNS_URL",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "NPANEL_PDNS_API_KEY",
                "sesame-open-please"));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** What becomes of a request. */
    interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }
}
