package dev.npanel.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.npanel.agent.durable.Checkpoints;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.step.Check;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.PutFile;
import dev.npanel.host.step.UnitChange;
import dev.npanel.host.step.UnitChange.Verb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many changes at once. */
@Tag("C9")
class TurnsTest {
    private static final int MANY = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final UnitChange RELOAD = new UnitChange("web.service", Verb.RELOAD);

    @TempDir
    private Path root;

    private final SlowUnits units = new SlowUnits();
    private final Map<Integer, String> failures = new ConcurrentHashMap<>();
    private final ExecutorService callers = Executors.newFixedThreadPool(MANY);
    private EngineHarness engine;

    /** The first reload takes until the test lets it go. */
    private static final class SlowUnits extends FakeUnits {
        private final CountDownLatch reloading = new CountDownLatch(1);
        private final CountDownLatch go = new CountDownLatch(1);

        @Override
        public void change(UnitChange change) {
            reloading.countDown();
            try {
                go.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            super.change(change);
        }
    }

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(root.resolve("etc"));
        engine = new EngineHarness(root, units, Checkpoints.NONE);
    }

    @AfterEach
    void close() {
        callers.shutdownNow();
        engine.close();
    }

    @Test
    void changesThatComeWhileAUnitReloadsShareTheNextReload() throws IOException {
        submit(0, "valid");
        await().atMost(PATIENCE).until(() -> units.reloading.getCount() == 0);
        IntStream.range(1, MANY).forEach(i -> submit(i, "valid"));
        letGo();

        assertThat(failures).isEmpty();
        assertThat(sites()).hasSize(MANY);
        assertThat(units.changes()).hasSizeBetween(2, 10);
    }

    @Test
    void aBrokenChangeFailsAlone() throws IOException {
        submit(0, "valid");
        await().atMost(PATIENCE).until(() -> units.reloading.getCount() == 0);
        IntStream.range(1, MANY).forEach(i -> submit(i, i == 42 ? "broken" : "valid"));
        letGo();

        assertThat(failures).containsOnly(Map.entry(42, "check.failed"));
        assertThat(sites()).hasSize(MANY - 1).doesNotContain("site-42");
        assertThat(units.changes()).hasSizeBetween(2, 25);
    }

    @Test
    void otherDomainsDoNotWait() {
        submit(0, "valid");
        await().atMost(PATIENCE).until(() -> units.reloading.getCount() == 0);

        engine.apply(Set.of("domain-b"), put(1, "valid"));

        assertThat(units.go.getCount()).as("the reload is still under way").isOne();
        units.go.countDown();
    }

    private void letGo() {
        await().atMost(PATIENCE)
                .until(() -> Thread.getAllStackTraces().values().stream()
                                .filter(stack -> IntStream.range(0, stack.length)
                                        .anyMatch(i -> stack[i].getClassName().endsWith("Locks$Hold")))
                                .count()
                        >= MANY - 1);
        units.go.countDown();
        callers.shutdown();
        await().atMost(PATIENCE).until(callers::isTerminated);
    }

    private void submit(int number, String content) {
        callers.execute(() -> {
            try {
                // As nginx -t does, the check looks at the files of all.
                Check check = new Check("sites", new AbsolutePath("/usr/bin/test"), List.of("!", "-e", broken()));
                engine.apply(Set.of("site-" + number), put(number, content), check, RELOAD);
            } catch (ProblemException failed) {
                failures.put(number, failed.problem().code());
            }
        });
    }

    private PutFile put(int number, String content) {
        String name = content.equals("broken") ? "/etc/broken" : "/etc/site-" + number;
        try {
            return new PutFile(new AbsolutePath(name), Content.of(content), engine.mine(0644));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String broken() {
        return engine.real(new AbsolutePath("/etc/broken")).toString();
    }

    private List<String> sites() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("etc"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
