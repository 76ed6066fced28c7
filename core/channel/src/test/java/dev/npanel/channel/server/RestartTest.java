package dev.npanel.channel.server;

import static dev.npanel.channel.server.AgentStub.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.channel.client.ChannelClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Either side may go at any time: calls end with a typed problem, and work again with the agent's return. */
@Timeout(120)
class RestartTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    @Test
    void saysThatTheAgentIsAwayAndFindsItWhenItComes() throws Exception {
        try (ChannelClient client = new ChannelClient(AgentProcess.socket(directory))) {
            assertThat(problem(client, "test.echo", LONG)).isEqualTo(away("agent.away", "The agent is away."));
            try (AgentStub agent = new AgentStub(directory, AgentStub::echo)) {
                client.call(ask("test.echo", ""), LONG);
                assertThat(client.connected()).isTrue();
                assertThat(agent.refusals).isEmpty();
            }
            await().until(() -> !client.connected());
            assertThat(problem(client, "test.echo", LONG).code()).isEqualTo("agent.away");
            try (AgentStub again = new AgentStub(directory, AgentStub::echo)) {
                client.call(ask("test.echo", ""), LONG);
                assertThat(again.refusals).isEmpty();
            }
        }
    }

    @Test
    void finishesCallsUnderWayWhenItIsClosed() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        AgentStub agent = new AgentStub(directory, (call, peer, replies) -> {
            started.countDown();
            await().until(() -> closing.getCount() == 0);
            replies.result(null, call.input());
        });
        try (ChannelClient client = new ChannelClient(agent.socket)) {
            var call = CompletableFuture.supplyAsync(() -> client.call(ask("test.slow", ""), LONG));
            assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();
            var close = CompletableFuture.runAsync(agent::close);
            await().until(() -> !agent.socket.toFile().exists());
            closing.countDown();
            assertThat(call.get(5, TimeUnit.SECONDS)).isNotNull();
            close.get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void losesCallsOfAKilledAgentAndGoesOnWithTheNext() throws Exception {
        try (ChannelClient client = new ChannelClient(AgentProcess.socket(directory))) {
            try (AgentProcess agent = AgentProcess.start(directory)) {
                client.call(ask("test.echo", ""), LONG);
                var lost = CompletableFuture.supplyAsync(() -> problem(client, "test.hang", LONG));
                client.call(ask("test.echo", ""), LONG);
                agent.kill();
                assertThat(lost.get(5, TimeUnit.SECONDS))
                        .isEqualTo(away("agent.lost", "The agent went away during the call."));
                assertThat(agent.hasLeftItsSocket(directory)).isTrue();
            }
            try (AgentProcess again = AgentProcess.start(directory)) {
                client.call(ask("test.echo", ""), LONG);
                assertThat(again).isNotNull();
            }
        }
    }

    @Test
    void keepsItsDeadlineWhenTheAgentIsFrozen() throws Exception {
        try (AgentProcess agent = AgentProcess.start(directory);
                ChannelClient client = new ChannelClient(AgentProcess.socket(directory))) {
            client.call(ask("test.echo", ""), LONG);
            agent.signal("STOP");
            // A thread that runs on another processor stops a little later than the signal is sent.
            await().until(() ->
                    catchThrowable(() -> client.call(ask("test.echo", ""), Duration.ofMillis(300))) != null);
            for (int i = 0; i < 3; i++) {
                long before = System.nanoTime();
                assertThat(problem(client, "test.echo", Duration.ofMillis(300)).code())
                        .isEqualTo("agent.deadline");
                assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
            }
            String big = "x".repeat(4 << 20);
            ProblemException stuck = catchThrowableOfType(
                    ProblemException.class, () -> client.call(ask("test.echo", big), Duration.ofSeconds(15)));
            assertThat(stuck.problem().kind()).isEqualTo(ProblemKind.UNAVAILABLE);
            agent.signal("CONT");
            await().ignoreExceptions().until(() -> client.call(ask("test.echo", ""), LONG) != null);
        }
    }

    @Test
    void answersEveryCallOnceThroughManyRestarts() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(6);
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger done = new AtomicInteger();
        Set<String> codes = ConcurrentHashMap.newKeySet();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        try (ChannelClient client = new ChannelClient(AgentProcess.socket(directory))) {
            for (int i = 0; i < 6; i++) {
                all.add(CompletableFuture.runAsync(() -> callUntil(over, client, done, codes), callers));
            }
            for (int i = 0; i < 4; i++) {
                try (AgentProcess agent = AgentProcess.start(directory)) {
                    int before = done.get();
                    await().until(() -> done.get() > before + 200);
                    assertThat(agent).isNotNull();
                }
            }
            over.set(true);
            for (CompletableFuture<Void> each : all) {
                each.get(10, TimeUnit.SECONDS);
            }
        }
        callers.shutdownNow();
        assertThat(codes).isSubsetOf("agent.away", "agent.lost").contains("agent.away");
    }

    @Test
    void outlivesClientsThatGoAwayDuringACall() throws Exception {
        AtomicInteger served = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        Semaphore begun = new Semaphore(0);
        try (AgentStub agent = new AgentStub(directory, (call, peer, replies) -> {
            if (call.action().equals("test.slow")) {
                begun.release();
                await().until(() -> go.getCount() == 0);
            }
            served.incrementAndGet();
            replies.result(null, call.input());
        })) {
            for (int i = 0; i < 3; i++) {
                ChannelClient client = new ChannelClient(agent.socket);
                var call = CompletableFuture.supplyAsync(() -> problem(client, "test.slow", LONG));
                client.call(ask("test.echo", ""), LONG);
                assertThat(begun.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
                client.close();
                assertThat(call.get(5, TimeUnit.SECONDS).code()).isEqualTo("agent.lost");
            }
            go.countDown();
            await().untilAsserted(() -> assertThat(served).hasValue(6));
            try (ChannelClient client = new ChannelClient(agent.socket)) {
                client.call(ask("test.echo", ""), LONG);
            }
            assertThat(agent.mistakes).isEmpty();
        }
    }

    private static void callUntil(AtomicBoolean over, ChannelClient client, AtomicInteger done, Set<String> codes) {
        while (!over.get()) {
            try {
                client.call(ask("test.echo", "x"), LONG);
                done.incrementAndGet();
            } catch (ProblemException away) {
                assertThat(away.problem().retryAfter()).isEqualTo(1);
                codes.add(away.problem().code());
            }
        }
    }

    private static Problem away(String code, String message) {
        return Problem.unavailable(code, message, 1);
    }

    private static Problem problem(ChannelClient client, String action, Duration deadline) {
        return catchThrowableOfType(ProblemException.class, () -> client.call(ask(action, ""), deadline))
                .problem();
    }
}
