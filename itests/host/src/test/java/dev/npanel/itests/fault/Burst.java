package dev.npanel.itests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.itests.host.Zone;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that add pairs of records as fast as they are answered, until they are stopped. */
final class Burst implements AutoCloseable {
    private final Pairs pairs;
    private final Set<Integer> statuses = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final ExecutorService clients;

    Burst(Zone zone, String prefix, int clients) {
        this.pairs = new Pairs(zone);
        this.clients = Executors.newFixedThreadPool(clients);
        AtomicInteger next = new AtomicInteger();
        for (int i = 0; i < clients; i++) {
            this.clients.execute(() -> {
                while (!stopped.get()) {
                    add(prefix + next.incrementAndGet());
                }
            });
        }
    }

    Set<String> acknowledged() {
        return pairs.acknowledged();
    }

    Set<Integer> statuses() {
        return statuses;
    }

    void stop() {
        stopped.set(true);
        clients.shutdown();
        try {
            assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }

    void assertNothingLostOrHalfMade() {
        pairs.assertNothingLostOrHalfMade();
        assertThat(acknowledged()).isNotEmpty();
    }

    private void add(String name) {
        try {
            int status = pairs.add(name).status();
            statuses.add(status == 200 ? 201 : status);
        } catch (UncheckedIOException | AssertionError cut) {
            // the connection ended with the process: not acknowledged
            statuses.add(503);
        }
    }
}
