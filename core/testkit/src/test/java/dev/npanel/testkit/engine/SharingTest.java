package dev.npanel.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.npanel.agent.durable.Checkpoints;
import dev.npanel.api.action.ActionType;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Lock;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes that share a lock. */
@Tag("C9")
class SharingTest {
    private static final Lock ZONE = new Lock("zone");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path root;

    private final Notes notes = new Notes();
    private EngineHarness engine;

    @BeforeEach
    void open() throws IOException {
        engine = new EngineHarness(root, new FakeUnits(), Checkpoints.NONE);
        engine.add(notes);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void thoseThatShareGoSideBySide() {
        CountDownLatch both = new CountDownLatch(2);
        CompletableFuture<Void> one = change(new TestPlan(Set.of(ZONE.share(), ZONE.part("a")), host -> {
            passes(both);
            return List.of(note("a"));
        }));
        CompletableFuture<Void> other = change(new TestPlan(Set.of(ZONE.share(), ZONE.part("b")), host -> {
            passes(both);
            return List.of(note("b"));
        }));

        one.join();
        other.join();

        assertThat(notes.all()).containsOnlyKeys("a", "b");
    }

    /** It has seen the others' half-done work when it is planned first, and does not see it when it is done. */
    @Test
    void aPlanThatTouchesWhatIsSharedIsMadeOnceMoreAlone() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger planned = new AtomicInteger();
        CompletableFuture<Void> sharing = change(new TestPlan(Set.of(ZONE.share()), host -> {
            begun.countDown();
            awaitEnd(end);
            return List.of(note("shared"));
        }));
        awaitEnd(begun);
        CompletableFuture<Void> alone = change(new Exclusive(new TestPlan(Set.of(ZONE.share()), host -> {
            planned.incrementAndGet();
            return notes.all().containsKey("shared") ? List.of(note("after")) : List.of(note("too soon"));
        })));
        await().until(() -> planned.get() == 1);
        assertThat(notes.all()).isEmpty();

        end.countDown();
        sharing.join();
        alone.join();

        assertThat(planned).hasValue(2);
        assertThat(notes.all()).containsOnlyKeys("shared", "after");
    }

    private CompletableFuture<Void> change(Action<TestPlan.Ask, TestPlan.Done> action) {
        return CompletableFuture.runAsync(
                () -> engine.assembly().engine().change(engine.order(action, PATIENCE)),
                task -> new Thread(task).start());
    }

    private static Step note(String name) {
        return Notes.NOTE.put(new Notes.Key(name), new Notes.Note("text"));
    }

    private static void passes(CountDownLatch latch) {
        latch.countDown();
        awaitEnd(latch);
    }

    private static void awaitEnd(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException hurry) {
            throw new AssertionError(hurry);
        }
    }

    /** An action that needs what it shares for itself. */
    private record Exclusive(TestPlan plan) implements Action<TestPlan.Ask, TestPlan.Done> {
        @Override
        public ActionType<TestPlan.Ask, TestPlan.Done> type() {
            return plan.type();
        }

        @Override
        public Set<Lock> locks(TestPlan.Ask request) {
            return plan.locks(request);
        }

        @Override
        public Plan<TestPlan.Done> plan(TestPlan.Ask request, HostView host) {
            return plan.plan(request, host).exclusively();
        }
    }
}
