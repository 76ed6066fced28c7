package dev.npanel.itests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.itests.host.Answer;
import dev.npanel.itests.host.Zone;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that add records as fast as they are answered: pairs in one request, so that a half-made change shows. */
final class Burst {
    private final Zone zone;
    private final String prefix;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> tried = ConcurrentHashMap.newKeySet();
    private final Set<Integer> statuses = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final ExecutorService clients;

    Burst(Zone zone, String prefix, int clients) {
        this.zone = zone;
        this.prefix = prefix;
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
        return acknowledged;
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

    /** Every acknowledged pair is there; of the others there is all or nothing; nothing is there twice. */
    void assertNothingLostOrHalfMade() {
        List<String> served = zone.served();
        List<String> wrong = new ArrayList<>();
        for (String name : tried) {
            long address = served.stream()
                    .filter(line -> line.startsWith(name + "." + zone.domain()) && line.contains("\tA\t"))
                    .count();
            long text = served.stream()
                    .filter(line -> line.startsWith(name + "." + zone.domain()) && line.contains("\tTXT\t"))
                    .count();
            if (address > 1 || address != text || (acknowledged.contains(name) && address != 1)) {
                wrong.add(name + ": A " + address + ", TXT " + text
                        + (acknowledged.contains(name) ? ", acknowledged" : ""));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(acknowledged).as("of " + prefix).isNotEmpty();
    }

    private void add(String name) {
        tried.add(name);
        try {
            Answer answer =
                    zone.change(List.of(Zone.adding(name, "A", "192.0.2.1"), Zone.adding(name, "TXT", "\"pair\"")));
            statuses.add(answer.status() == 200 ? 201 : answer.status());
            if (answer.status() == 200) {
                acknowledged.add(name);
            }
        } catch (UncheckedIOException | AssertionError cut) {
            // the connection ended with the process: not acknowledged
            statuses.add(503);
        }
    }
}
