package dev.npanel.channel.client;

import static dev.npanel.channel.server.AgentStub.WIRE;
import static dev.npanel.channel.server.AgentStub.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.npanel.api.change.ChangeId;
import dev.npanel.api.change.ChangePreview;
import dev.npanel.api.change.StepPreview;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.channel.frame.Body;
import dev.npanel.channel.server.AgentStub;
import dev.npanel.channel.server.AgentStub.Words;
import dev.npanel.channel.server.CallHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CallTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final ChangeId CHANGE = new ChangeId("0123456789ab");

    @TempDir
    private Path directory;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void answersWithOutputAndChange() throws Exception {
        ChannelClient client = client(agent((call, peer, replies) -> {
            assertThat(peer.pid()).isEqualTo(ProcessHandle.current().pid());
            assertThat(call.caller().account().text()).isEqualTo("alice");
            replies.result(
                    CHANGE,
                    Body.of(WIRE, new Words(call.input().read(WIRE, Words.class).text() + "!")));
        }));
        Reply.Done done = (Reply.Done) client.call(ask("test.echo", "h\u00e9\ud83d\ude00\n\"\\"), LONG);
        assertThat(done.change()).isEqualTo(CHANGE);
        assertThat(done.output().read(WIRE, Words.class)).isEqualTo(new Words("h\u00e9\ud83d\ude00\n\"\\!"));
    }

    @Test
    void carriesProblemsIntact() throws Exception {
        Problem problem = new Problem(
                ProblemKind.CONFLICT, "a.b", "No.", Problem.invalid("x[1]", "y").violations(), 7, "i");
        ChannelClient client = client(agent((call, peer, replies) -> {
            throw problem.asException();
        }));
        assertThat(problem(client, ask("test.fail", ""), LONG)).isEqualTo(problem);
    }

    @Test
    void carriesPreviews() throws Exception {
        ChangePreview preview = new ChangePreview(List.of(new StepPreview("put-file", "/a", List.of("+ b"))));
        ChannelClient client = client(agent((call, peer, replies) -> replies.preview(preview)));
        assertThat(client.call(ask("test.preview", ""), LONG)).isEqualTo(new Reply.Preview(preview));
    }

    @Test
    void turnsAMistakeIntoAnIncidentAndGoesOn() throws Exception {
        AgentStub agent = agent((call, peer, replies) -> {
            switch (call.action()) {
                case "test.crash" -> throw new IllegalStateException("/etc/shadow");
                case "test.error" -> throw new StackOverflowError();
                case "test.silence" -> {}
                default -> replies.result(null, call.input());
            }
        });
        ChannelClient client = client(agent);
        for (String action : List.of("test.crash", "test.error", "test.silence")) {
            Problem problem = problem(client, ask(action, ""), LONG);
            assertThat(problem.kind()).isEqualTo(ProblemKind.FAILED);
            assertThat(problem.incident()).isNotNull();
            assertThat(problem.toString()).doesNotContain("shadow");
        }
        assertThat(agent.mistakes).hasSize(3);
        client.call(ask("test.echo", ""), LONG);
    }

    @Test
    void refusesASecondAnswer() throws Exception {
        AgentStub agent = agent((call, peer, replies) -> {
            replies.result(null, call.input());
            replies.failure(Problem.invalid("", "never sent"));
        });
        client(agent).call(ask("test.twice", ""), LONG);
        await().untilAsserted(() -> assertThat(agent.mistakes).hasSize(1));
    }

    @Test
    void answersManyCallsOnOneConnectionInAnyOrder() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        AgentStub agent = agent((call, peer, replies) -> {
            if (call.action().equals("test.first")) {
                awaitLatch(first);
            }
            replies.result(null, call.input());
        });
        ChannelClient client = client(agent);
        ExecutorService callers = Executors.newFixedThreadPool(8);
        open.add(callers::shutdownNow);
        CompletableFuture<Reply> slow =
                CompletableFuture.supplyAsync(() -> client.call(ask("test.first", "slow"), LONG), callers);
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            String text = "call " + i + "x".repeat(i);
            all.add(CompletableFuture.supplyAsync(() -> text(client.call(ask("test.echo", text), LONG)), callers));
        }
        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i).get(20, TimeUnit.SECONDS)).isEqualTo("call " + i + "x".repeat(i));
        }
        assertThat(slow).isNotDone();
        first.countDown();
        assertThat(text(slow.get(5, TimeUnit.SECONDS))).isEqualTo("slow");
    }

    @Test
    void reportsProgressToTheCallersThread() throws Exception {
        BlockingQueue<String> go = new LinkedBlockingQueue<>();
        ChannelClient client = client(agent((call, peer, replies) -> {
            for (int i = 1; i <= 3; i++) {
                replies.progress(i, 3, "step " + i);
                take(go);
            }
            replies.result(null, call.input());
        }));
        List<String> seen = new ArrayList<>();
        Thread caller = Thread.currentThread();
        client.call(ask("test.progress", ""), LONG, (done, total, text) -> {
            assertThat(Thread.currentThread()).isSameAs(caller);
            seen.add(done + "/" + total + " " + text);
            go.add("on");
        });
        assertThat(seen).containsExactly("1/3 step 1", "2/3 step 2", "3/3 step 3");
    }

    @Test
    void tellsTheAgentWhenTheCallerHasGivenUp() throws Exception {
        CompletableFuture<Duration> remaining = new CompletableFuture<>();
        AtomicInteger cancelled = new AtomicInteger();
        AgentStub agent = agent((call, peer, replies) -> {
            remaining.complete(replies.remaining());
            if (call.action().equals("test.slow")) {
                await().until(replies::cancelled);
                assertThat(replies.remaining()).isZero();
                cancelled.incrementAndGet();
            }
            replies.result(null, call.input());
        });
        ChannelClient client = client(agent);
        Problem problem = problem(client, ask("test.slow", ""), Duration.ofMillis(200));
        assertThat(problem).isEqualTo(Problem.unavailable("agent.deadline", problem.message(), 1));
        assertThat(remaining.get()).isPositive().isLessThanOrEqualTo(Duration.ofMillis(200));
        await().untilAsserted(() -> assertThat(cancelled).hasValue(1));
        client.call(ask("test.echo", ""), LONG);
        assertThat(agent.refusals).isEmpty();
    }

    @Test
    void cancelsBeforeTheDeadlineWhenTheCallerIsInterrupted() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
        ChannelClient client = client(agent((call, peer, replies) -> {
            started.countDown();
            await().until(replies::cancelled);
            cancelled.complete(true);
            replies.result(null, call.input());
        }));
        CompletableFuture<Problem> problem = new CompletableFuture<>();
        Thread caller = new Thread(() -> problem.complete(problem(client, ask("test.slow", ""), LONG)));
        caller.start();
        awaitLatch(started);
        caller.interrupt();
        assertThat(problem.get(5, TimeUnit.SECONDS).code()).isEqualTo("agent.deadline");
        assertThat(cancelled.get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void saysAtOnceWhenItIsTooMuch() throws Exception {
        AgentStub agent =
                agent((call, peer, replies) -> replies.result(null, Body.of(WIRE, new Words("x".repeat(9 << 20)))));
        ChannelClient client = client(agent);
        assertThat(problem(client, ask("test.big", "x".repeat(9 << 20)), LONG).code())
                .isEqualTo("channel.size");
        assertThat(problem(client, ask("test.big", ""), LONG).code()).isEqualTo("channel.size");
    }

    @Test
    void carriesAlmostEightMebibytes() throws Exception {
        ChannelClient client = client(agent(AgentStub::echo));
        String text = "\u00e4".repeat((8 << 20) / 2 - 500);
        for (int i = 0; i < 5; i++) {
            assertThat(text(client.call(ask("test.echo", text), LONG))).isEqualTo(text);
        }
    }

    @Test
    void refusesMoreCallsThanTheAgentTakes() throws Exception {
        CountDownLatch enough = new CountDownLatch(1);
        AgentStub agent = agent((call, peer, replies) -> {
            awaitLatch(enough);
            replies.result(null, call.input());
        });
        ChannelClient client = client(agent);
        ExecutorService callers = Executors.newCachedThreadPool();
        open.add(callers::shutdownNow);
        List<CompletableFuture<Reply>> taken = new ArrayList<>();
        for (int i = 0; i < AgentStub.LIMITS.inFlightPerConnection(); i++) {
            taken.add(CompletableFuture.supplyAsync(() -> client.call(ask("test.hold", ""), LONG), callers));
        }
        await().untilAsserted(() -> {
            Problem problem = problem(client, ask("test.hold", ""), Duration.ofMillis(100));
            assertThat(problem.code()).isEqualTo("agent.busy");
            assertThat(problem.kind()).isEqualTo(ProblemKind.LIMIT);
            assertThat(problem.retryAfter()).isEqualTo(1);
        });
        enough.countDown();
        int done = 0;
        for (CompletableFuture<Reply> each : taken) {
            each.handle((reply, failure) -> reply).get(5, TimeUnit.SECONDS);
            done += each.isCompletedExceptionally() ? 0 : 1;
        }
        assertThat(done).isGreaterThanOrEqualTo(AgentStub.LIMITS.inFlightPerConnection() - 1);
    }

    private AgentStub agent(CallHandler handler) throws IOException {
        AgentStub agent = new AgentStub(directory, handler);
        open.add(agent);
        return agent;
    }

    private ChannelClient client(AgentStub agent) {
        ChannelClient client = new ChannelClient(agent.socket);
        open.add(client);
        return client;
    }

    private static String text(Reply reply) {
        return ((Reply.Done) reply).output().read(WIRE, Words.class).text();
    }

    private static Problem problem(ChannelClient client, Request request, Duration deadline) {
        return catchThrowableOfType(ProblemException.class, () -> client.call(request, deadline))
                .problem();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException hurry) {
            throw new IllegalStateException(hurry);
        }
    }

    private static void take(BlockingQueue<String> queue) {
        try {
            queue.take();
        } catch (InterruptedException hurry) {
            throw new IllegalStateException(hurry);
        }
    }
}
