package dev.npanel.agent.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.agent.durable.Checkpoints;
import dev.npanel.agent.durable.Durability;
import dev.npanel.api.action.Caller;
import dev.npanel.api.value.AccountName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("C8")
class AuditTrailTest {
    private static final Caller ALICE =
            new Caller(new AccountName("alice"), Caller.Role.USER, "192.0.2.1", "request-1");

    private static final AuditTrail.Limits SMALL = new AuditTrail.Limits(4_000, 100);

    @TempDir
    private Path directory;

    @Test
    void chainsEachLineToTheOneBeforeAlsoAfterARestart() throws IOException {
        write(3);
        write(2);

        AuditVerifier.Verdict verdict = AuditVerifier.verify(file(), List.of());

        assertThat(verdict.intact()).isTrue();
        assertThat(verdict.lines()).isEqualTo(5);
        assertThat(Files.readString(file()))
                .contains("\"event\":\"INTENT\"", "\"action\":\"dns.zone.create\"", "\"account\":\"alice\"");
    }

    @Test
    void seesALineChangedTakenOutOrPutIn() throws IOException {
        write(4);
        List<String> lines = Files.readAllLines(file());

        assertThat(intactWith(lines, 1, lines.get(1).replace("alice", "mallo"))).isFalse();
        assertThat(intactWith(lines, 1, lines.get(2))).isFalse();
        assertThat(intactWith(lines, 1, lines.get(1) + "\n" + lines.get(1))).isFalse();
        assertThat(intactWith(lines, 1, lines.get(1))).isTrue();
    }

    @Test
    void goesOnAfterALineThatAPowerCutHasTorn() throws IOException {
        write(2);
        Files.writeString(file(), "{\"seq\":3,\"at\":\"20", StandardOpenOption.APPEND);
        write(1);

        assertThat(AuditVerifier.verify(file(), List.of()))
                .extracting("intact", "lines")
                .containsExactly(true, 3L);
    }

    @Test
    void goesOnBeforeWhateverAFileSystemLeavesAfterAPowerCut() throws IOException {
        write(2);
        Files.write(file(), new byte[200_000], StandardOpenOption.APPEND);
        write(1);

        assertThat(AuditVerifier.verify(file(), List.of()))
                .extracting("intact", "lines")
                .containsExactly(true, 3L);
    }

    @Test
    void keepsTheLinesOfManyThreadsWhole() throws Exception {
        try (AuditTrail trail = open()) {
            ExecutorService threads = Executors.newFixedThreadPool(8);
            for (int i = 0; i < 200; i++) {
                threads.execute(() -> addSafely(trail));
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(AuditVerifier.verify(file(), List.of()))
                .extracting("intact", "lines")
                .containsExactly(true, 200L);
    }

    @Test
    void nobodyElseMayReadIt() throws IOException {
        write(1);
        assertThat(Files.getPosixFilePermissions(file())).hasSize(2);
    }

    @Test
    void goesOnInAnotherFileWhenOneIsLarge() throws IOException {
        try (AuditTrail trail = open(SMALL)) {
            write(trail, 100);
        }
        write(3);

        assertThat(files()).hasSizeGreaterThan(5).allSatisfy(file -> {
            assertThat(Files.size(file)).isLessThan(SMALL.bytes() + 1_000);
            assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        });
        AuditVerifier.Verdict verdict = AuditVerifier.verify(file(), List.of());
        assertThat(verdict.intact()).isTrue();
        assertThat(verdict.first()).isOne();
        assertThat(lines("INTENT")).isEqualTo(103);
        assertThat(verdict.lines()).isEqualTo(103 + lines("CONTINUED"));
    }

    @Test
    void losesNoLineOfManyThreadsMeanwhile() throws Exception {
        try (AuditTrail trail = open(SMALL)) {
            ExecutorService threads = Executors.newFixedThreadPool(8);
            for (int i = 0; i < 400; i++) {
                threads.execute(() -> addSafely(trail));
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(AuditVerifier.verify(file(), List.of()).intact()).isTrue();
        assertThat(lines("INTENT")).isEqualTo(400);
    }

    @Test
    void goesOnWhenTheFileIsGoneThatAPowerCutHasNotBegun() throws IOException {
        try (AuditTrail trail = open(SMALL)) {
            write(trail, 20);
        }
        long before = AuditVerifier.verify(file(), List.of()).lines();
        Files.move(file(), directory.resolve("audit-%012d.jsonl".formatted(before)));

        write(1);

        assertThat(AuditVerifier.verify(file(), List.of()))
                .extracting("intact", "lines")
                .containsExactly(true, before + 2);
    }

    @Test
    void keepsTheNewestFilesWhichCanBeVerifiedWithoutTheOthers() throws IOException {
        try (AuditTrail trail = open(new AuditTrail.Limits(SMALL.bytes(), 2))) {
            write(trail, 100);
        }

        assertThat(files()).hasSize(3);
        AuditVerifier.Verdict verdict = AuditVerifier.verify(file(), List.of());
        assertThat(verdict.intact()).isTrue();
        assertThat(verdict.first()).isGreaterThan(50);
        Files.delete(files().get(1));
        assertThat(AuditVerifier.verify(file(), List.of()).intact())
                .as("one in the middle is missing")
                .isFalse();
    }

    @Test
    void limitsThatMakeNoSenseDoNotStopIt() throws IOException {
        try (AuditTrail trail = open(new AuditTrail.Limits(0, -1))) {
            write(trail, 3);
        }

        assertThat(AuditVerifier.verify(file(), List.of()).intact()).isTrue();
        assertThat(Files.readString(file())).contains("\"event\":\"INTENT\"");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted(Comparator.comparing(file -> file.equals(file()) ? "z" : file.toString()))
                    .toList();
        }
    }

    private long lines(String event) throws IOException {
        long lines = 0;
        for (Path file : files()) {
            lines += Files.readAllLines(file).stream()
                    .filter(line -> line.contains("\"event\":\"" + event + "\""))
                    .count();
        }
        return lines;
    }

    private boolean intactWith(List<String> lines, int index, String line) throws IOException {
        List<String> changed = new ArrayList<>(lines);
        changed.set(index, line);
        Path copy = Files.write(directory.resolve("copy"), changed);
        return AuditVerifier.verify(copy, List.of()).intact();
    }

    private void write(int lines) throws IOException {
        try (AuditTrail trail = open()) {
            write(trail, lines);
        }
    }

    private static void write(AuditTrail trail, int lines) throws IOException {
        for (int i = 0; i < lines; i++) {
            trail.add(AuditEvent.intent("dns.zone.create", "domain:example.com", ALICE));
        }
    }

    private static void addSafely(AuditTrail trail) {
        try {
            trail.addSafely(AuditEvent.intent("dns.zone.create", "domain:example.com", ALICE));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private AuditTrail open() throws IOException {
        return open(AuditTrail.Limits.standard());
    }

    private AuditTrail open(AuditTrail.Limits limits) throws IOException {
        return AuditTrail.open(file(), limits, Clock.systemUTC(), new Durability(Checkpoints.NONE));
    }

    private Path file() {
        return directory.resolve("audit.jsonl");
    }
}
