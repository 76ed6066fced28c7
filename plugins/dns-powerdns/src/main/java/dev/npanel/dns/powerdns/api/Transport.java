package dev.npanel.dns.powerdns.api;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One request, one answer, in time. Thread-safe.
 *
 * <p>Changes go one at a time: to concurrent ones PowerDNS with SQLite answers 500, "database is locked" (4.7.3). A change
 * whose answer did not come in time keeps its turn until PowerDNS has answered it or dropped the connection, because a
 * frozen PowerDNS carries it out when it thaws: nothing that is sent later, such as the undo of that very change, can
 * overtake it. Meanwhile other changes end as {@link SocketTimeoutException} without having been sent.
 */
final class Transport {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration LOCAL_DOUBT = Duration.ofMinutes(15);
    private static final Duration REMOTE_DOUBT = Duration.ofMinutes(1);
    private static final int READERS = 8;
    private static final int SLOWEST_BYTES_PER_SECOND = 1 << 18;
    private static final int IDLE_SECONDS = 5;

    private final PdnsSettings settings;
    private final Semaphore readers = new Semaphore(READERS, true);
    private final Semaphore writer = new Semaphore(1, true);
    private final ExecutorService writing = oneThread("powerdns");
    private final ScheduledExecutorService clock = oneThread("powerdns-deadlines");

    Transport(PdnsSettings settings) {
        this.settings = settings;
    }

    /** Asks, and gives up after four seconds. */
    Answer read(String path) throws IOException {
        take(readers);
        try {
            return new Exchange(settings, "GET", path, new byte[0]).run(clock, PATIENCE);
        } finally {
            readers.release();
        }
    }

    /** Asks for a change; long bodies are given more time. */
    Answer write(String method, String path, byte[] body) throws IOException {
        Exchange exchange = new Exchange(settings, method, path, body);
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        take(writer);
        writing.execute(() -> carryOut(exchange, answer));
        return await(answer, PATIENCE.plusSeconds(body.length / SLOWEST_BYTES_PER_SECOND));
    }

    private void carryOut(Exchange exchange, CompletableFuture<Answer> answer) {
        try {
            answer.complete(exchange.run(clock, settings.isLocal() ? LOCAL_DOUBT : REMOTE_DOUBT));
        } catch (IOException | RuntimeException failed) {
            answer.completeExceptionally(failed);
        } finally {
            writer.release();
        }
    }

    /** One that is there only while it has work. */
    private static ScheduledThreadPoolExecutor oneThread(String name) {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    private static void take(Semaphore turn) throws IOException {
        try {
            if (!turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SocketTimeoutException("no turn");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private static Answer await(CompletableFuture<Answer> answer, Duration patience) throws IOException {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new SocketTimeoutException("no answer");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException broken ? broken : new IOException(failed.getCause());
        }
    }
}
