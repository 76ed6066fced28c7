package dev.npanel.dns.powerdns.api;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One request, one answer, in time. Thread-safe.
 *
 * <p>Changes go one at a time: to concurrent ones PowerDNS with SQLite answers 500, "database is locked" (4.7.3). A change
 * whose answer did not come in time keeps its turn until PowerDNS has answered it or dropped the connection, because a
 * frozen PowerDNS carries it out when it thaws: nothing that is sent later, such as the undo of that very change, can
 * overtake it. Meanwhile other changes end as {@link HttpTimeoutException} without having been sent.
 */
final class Transport {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration LOCAL_DOUBT = Duration.ofMinutes(15);
    private static final Duration REMOTE_DOUBT = Duration.ofMinutes(1);
    private static final int READERS = 8;
    private static final int SLOWEST_BYTES_PER_SECOND = 1 << 20;

    private final PdnsSettings settings;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private final Semaphore readers = new Semaphore(READERS, true);
    private final Semaphore writer = new Semaphore(1, true);

    Transport(PdnsSettings settings) {
        this.settings = settings;
    }

    /** Asks, and gives up after four seconds. */
    Answer read(String path) throws IOException {
        HttpRequest request = request(path).GET().build();
        take(readers);
        CompletableFuture<HttpResponse<byte[]>> exchange = send(request, readers);
        try {
            return await(exchange, PATIENCE);
        } finally {
            exchange.cancel(true);
        }
    }

    /** Asks for a change; long bodies are given more time. */
    Answer write(String method, String path, byte[] body) throws IOException {
        HttpRequest request = request(path)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .header("Content-Type", "application/json")
                .timeout(settings.isLocal() ? LOCAL_DOUBT : REMOTE_DOUBT)
                .build();
        take(writer);
        return await(send(request, writer), PATIENCE.plusSeconds(body.length / SLOWEST_BYTES_PER_SECOND));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(settings.base() + "/api/v1/servers/localhost" + path))
                .header("X-API-Key", settings.key().reveal());
    }

    private CompletableFuture<HttpResponse<byte[]>> send(HttpRequest request, Semaphore turn) {
        CompletableFuture<HttpResponse<byte[]>> exchange = http.sendAsync(request, head -> new LimitedBody());
        CompletableFuture<?> unused = exchange.whenComplete((response, failure) -> turn.release());
        return exchange;
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                new String(response.body(), StandardCharsets.UTF_8));
    }

    private static void take(Semaphore turn) throws IOException {
        try {
            if (!turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new HttpTimeoutException("no turn");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private static Answer await(CompletableFuture<HttpResponse<byte[]>> exchange, Duration patience)
            throws IOException {
        try {
            return answer(exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            throw new HttpTimeoutException("no answer");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ConnectException refused) {
                throw refused;
            }
            throw failed.getCause() instanceof IOException broken ? broken : new IOException(failed.getCause());
        }
    }
}
