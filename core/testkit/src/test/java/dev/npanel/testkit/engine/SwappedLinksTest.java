package dev.npanel.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.npanel.agent.durable.Checkpoints;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.Ownership;
import dev.npanel.host.step.PutDirectory;
import dev.npanel.host.step.PutFile;
import dev.npanel.host.step.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Advisory: a tenant swaps parts of the way to the document root for links all the time, while directories and files are made there. Run
 * as root the home is another user's, as on a host; run by anybody else all is theirs, and links are followed no more.
 */
@Tag("W1")
class SwappedLinksTest {
    private static final int ATTEMPTS = 10_000;
    private static final int TOGETHER = 8;
    private static final AbsolutePath HOME = new AbsolutePath("/home/alice");

    private Path root;
    private EngineHarness engine;

    @BeforeEach
    void open() throws IOException {
        // in memory where there is such a place: what is looked at here is not whether it is on disk
        Path memory = Path.of("/dev/shm");
        root = Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "npanel-swap")
                : Files.createTempDirectory("npanel-swap");
        Files.createDirectories(root.resolve("home/alice/domains/a"));
        Files.createDirectories(root.resolve("outside/a"));
        Files.writeString(root.resolve("outside/a/index.html"), "not yours");
        engine = new EngineHarness(root, new FakeUnits(), Checkpoints.NONE);
        if (isRoot()) {
            for (String each : new String[] {"home/alice", "home/alice/domains", "home/alice/domains/a"}) {
                own(root.resolve(each));
            }
        }
    }

    @AfterEach
    void close() {
        engine.close();
        // what the engine cleans up after it has answered may still be going on
        await().ignoreExceptions().until(() -> deleted(root));
    }

    @Test
    void nothingOutsideOfTheHomeIsEverTouched() throws Exception {
        Ownership tenants = ownership();
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService tenant = Executors.newSingleThreadExecutor();
        Future<Integer> swaps = tenant.submit(() -> swap(over));
        int changes = ATTEMPTS / TOGETHER;
        for (int i = 0; i < changes; i++) {
            try {
                engine.apply(Set.of(), steps(i, tenants));
            } catch (ProblemException refused) {
                // the way was no way at that moment
            }
        }
        over.set(true);
        assertThat(swaps.get()).as("swaps").isGreaterThan(100);
        tenant.shutdownNow();
        // how many got through is the tenant's luck; now that it rests, one does
        engine.apply(Set.of(), steps(changes, tenants));
        assertThat(root.resolve("home/alice/domains/a/d" + changes + "-0/index.html"))
                .hasContent("x");
        assertThat(root.resolve("outside/a").toFile().list()).containsExactly("index.html");
        assertThat(root.resolve("outside/a/index.html")).hasContent("not yours");
        if (isRoot()) {
            assertThat(Files.getOwner(root.resolve("outside/a")).getName()).isEqualTo("root");
        }
    }

    private static Step[] steps(int change, Ownership tenants) {
        return IntStream.range(0, TOGETHER / 2)
                .mapToObj(i -> HOME.child("domains").child("a").child("d" + change + "-" + i))
                .flatMap(directory -> Stream.of(
                        new PutDirectory(directory, tenants),
                        new PutFile(directory.child("index.html"), Content.of("x"), tenants)))
                .toArray(Step[]::new);
    }

    /** What the tenant does: the directory, a link in its stead, and back. */
    private int swap(AtomicBoolean over) throws IOException {
        Path domains = root.resolve("home/alice/domains");
        Path kept = root.resolve("home/alice/kept");
        Path link = root.resolve("home/alice/link");
        int swaps = 0;
        while (!over.get()) {
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, root.resolve("outside"));
            Files.move(domains, kept);
            Files.move(link, domains, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(domains);
            Files.move(kept, domains);
            swaps++;
        }
        return swaps;
    }

    private static boolean deleted(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
        return true;
    }

    private Ownership ownership() throws IOException {
        return isRoot() ? new Ownership("nobody", "nogroup", 0755) : engine.mine(0755);
    }

    private boolean isRoot() throws IOException {
        return Files.getOwner(root).getName().equals("root");
    }

    private void own(Path path) throws IOException {
        Files.setOwner(
                path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    }
}
