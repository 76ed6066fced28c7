package dev.npanel.agent.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.npanel.agent.boot.MadeUpAction.Done;
import dev.npanel.agent.dispatch.RecordedReplies;
import dev.npanel.channel.json.Json;
import dev.npanel.host.action.Declaration;
import dev.npanel.host.action.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin that is disabled while it works: its calls are answered before it goes, and it gets no more. */
@Tag("C6")
class LeavingPluginTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Declaration DECLARED =
            new Declaration("going", Set.of("going.*"), Set.of(), Set.of(), Set.of(), Set.of());

    @TempDir
    private Path root;

    private final CountDownLatch working = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private final List<String> events = new CopyOnWriteArrayList<>();
    private AgentOnTrial agent;

    @BeforeEach
    void open() throws Exception {
        agent = new AgentOnTrial(root);
        Files.createDirectories(root.resolve("etc"));
        agent.take(
                MadeUpAction.changing("going.slow.do", host -> {
                    working.countDown();
                    awaitGo();
                    events.add("planned");
                    return Plan.answer(new Done());
                }),
                DECLARED);
        agent.take(MadeUpAction.changing("going.quick.do", host -> Plan.answer(new Done())), DECLARED);
    }

    @AfterEach
    void close() throws Exception {
        go.countDown();
        agent.close();
    }

    @Test
    void isWaitedForAndGetsNoMoreCalls() throws Exception {
        CompletableFuture<RecordedReplies> slow =
                CompletableFuture.supplyAsync(() -> agent.call("going.slow.do", PATIENCE));
        assertThat(working.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Void> left = CompletableFuture.runAsync(() -> {
            agent.leave("going");
            events.add("gone");
        });
        await().atMost(PATIENCE).until(() -> agent.actions().isEmpty());
        RecordedReplies late = agent.call("going.quick.do", PATIENCE);
        assertThat(left).isNotDone();
        go.countDown();

        assertThat(late.problem().code()).isEqualTo("action.unknown");
        left.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(slow.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).output(Json.wire(), Done.class))
                .isEqualTo(new Done());
        assertThat(events).containsExactly("planned", "gone");
    }

    @Test
    void whoHangsIsNotWaitedForForEver() throws Exception {
        CompletableFuture<RecordedReplies> hanging =
                CompletableFuture.supplyAsync(() -> agent.call("going.slow.do", PATIENCE));
        assertThat(working.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

        agent.leave("going");

        assertThat(hanging).isNotDone();
    }

    private void awaitGo() {
        try {
            go.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
