package dev.npanel.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.npanel.agent.durable.Checkpoints;
import dev.npanel.api.change.ChangeId;
import dev.npanel.api.change.ChangePreview;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.step.Check;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.Delete;
import dev.npanel.host.step.PutDirectory;
import dev.npanel.host.step.PutFile;
import dev.npanel.host.step.Step;
import dev.npanel.host.step.UnitChange;
import dev.npanel.host.step.UnitChange.Verb;
import dev.npanel.testkit.engine.Notes.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("C9")
class EngineTest {
    private static final AbsolutePath FILE = new AbsolutePath("/etc/app.conf");
    private static final Check FAILING = new Check("app", new AbsolutePath("/bin/false"), List.of());

    @TempDir
    private Path root;

    private final FakeUnits units = new FakeUnits();
    private final Notes notes = new Notes();
    private EngineHarness engine;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(root.resolve("etc"));
        engine = new EngineHarness(root, units, Checkpoints.NONE);
        engine.add(notes);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void doesAllStepsAndKeepsTheChangeInTheHistory() throws IOException {
        ChangeId id = engine.apply(Set.of("a"), put("one\n"), note("n", "text"));

        assertThat(engine.real(FILE)).hasContent("one\n");
        assertThat(notes.all()).containsEntry("n", new Note("text"));
        assertThat(engine.assembly().history().read(id)).get().satisfies(entry -> {
            assertThat(entry.steps()).extracting("step").containsExactly("put-file", "test.note");
            assertThat(entry.head().locks()).containsExactly("a");
        });
        assertThat(open("open")).isEmpty();
    }

    @Test
    void undoesEverythingWhenACheckFails() throws IOException {
        engine.apply(Set.of(), put("one\n"));

        Problem problem = failure(put("two\n"), note("n", "x"), FAILING, reload());

        assertThat(problem.code()).isEqualTo("check.failed");
        assertThat(problem.message()).contains("app").doesNotContain("/");
        assertThat(engine.real(FILE)).hasContent("one\n");
        assertThat(notes.all()).isEmpty();
        assertThat(units.changes()).as("nobody has seen it").isEmpty();
        assertThat(open("open")).isEmpty();
    }

    @Test
    void asksForNothingOfAPlanWithoutSteps() {
        assertThat(engine.assembly()
                        .engine()
                        .change(engine.order(new TestPlan(Set.of(), host -> List.of()), Duration.ofSeconds(1)))
                        .change())
                .isNull();
    }

    @Test
    void showsADryRunAndChangesNothing() throws IOException {
        Files.writeString(engine.real(FILE), "a\nb\n");
        engine.apply(Set.of(), note("n", "before"));

        ChangePreview preview = engine.preview(put("a\nc\n"), note("n", "after"), reload());

        assertThat(preview.steps()).extracting("step").containsExactly("put-file", "test.note", "reload");
        assertThat(preview.steps().get(0).diff()).containsSubsequence(" a", "-b", "+c");
        assertThat(preview.steps().get(1).diff()).containsSubsequence("-before", "+after");
        assertThat(engine.real(FILE)).hasContent("a\nb\n");
        assertThat(notes.all()).containsEntry("n", new Note("before"));
        assertThat(units.changes()).isEmpty();
    }

    @Test
    void showsNoContentThatNotEverybodyMayRead() throws IOException {
        ChangePreview preview = engine.preview(new PutFile(FILE, Content.of("password\n"), engine.mine(0600)));

        assertThat(preview.steps().get(0).diff()).containsExactly("+9 bytes");
    }

    @Test
    void refusesAPlanThatTouchesSomethingTwice() throws IOException {
        assertThat(failure(put("one"), new Delete(FILE)).code()).isEqualTo("plan.overlap");
        assertThat(failure(note("n", "1"), note("n", "2")).code()).isEqualTo("plan.overlap");
        assertThat(engine.real(FILE)).doesNotExist();
    }

    @Test
    void makesADirectoryAndWhatIsInIt() throws IOException {
        AbsolutePath directory = new AbsolutePath("/etc/sites");

        engine.apply(
                Set.of(),
                new PutDirectory(directory, engine.mine(0750)),
                new PutFile(directory.child("a"), Content.of("a"), engine.mine(0640)));

        assertThat(engine.real(directory.child("a"))).hasContent("a");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(engine.real(directory))))
                .isEqualTo("rwxr-x---");
    }

    @Test
    void leavesAChangeUnfinishedUntilTheDaemonIsBack() {
        engine.apply(Set.of(), note("n", "before"));
        notes.fallMute(true);

        assertThat(failure(Set.of("n"), note("n", "after")).kind()).isEqualTo(ProblemKind.UNAVAILABLE);
        Problem locked = failure(Set.of("n"), note("n", "other"));

        assertThat(locked.code()).isEqualTo("change.unfinished");
        assertThat(locked.retryAfter()).isPositive();
        notes.fallMute(false);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> engine.assembly().unfinished().count() == 0);
        assertThat(notes.all()).containsEntry("n", new Note("before"));
        engine.apply(Set.of("n"), note("n", "later"));
        assertThat(notes.all()).containsEntry("n", new Note("later"));
    }

    @Test
    void undoesAtStartWhatWasCutOffAsSoonAsTheHandlerIsThere() throws IOException {
        notes.fallMute(true);
        assertThat(failure(Set.of("n"), put("new"), note("n", "half"))).isNotNull();
        engine.close();

        engine = new EngineHarness(root, units, Checkpoints.NONE);
        assertThat(engine.recover()).hasSize(1);
        assertThat(failure(Set.of("n"), put("x")).code()).isEqualTo("change.unfinished");
        notes.fallMute(false);
        engine.add(notes);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> engine.assembly().unfinished().count() == 0);
        assertThat(notes.all()).isEmpty();
        assertThat(engine.real(FILE)).doesNotExist();
    }

    @Test
    void answersTheChangeThatCameTooLateByTakingItBack() {
        Step slow = new Check("slow", new AbsolutePath("/bin/sleep"), List.of("0.3"));
        TestPlan plan = new TestPlan(Set.of(), host -> List.of(note("n", "late"), slow));

        ProblemException late = catchThrowableOfType(
                ProblemException.class,
                () -> engine.assembly().engine().change(engine.order(plan, Duration.ofMillis(200))));

        assertThat(late.problem().code()).isEqualTo("change.late");
        assertThat(notes.all()).isEmpty();
    }

    @Test
    void neverLetsASecretIntoTheJournal() throws IOException {
        Vaulted handler = new Vaulted();
        engine.add(handler);

        assertThat(catchThrowableOfType(
                        RuntimeException.class,
                        () -> engine.apply(
                                Set.of(), Vaulted.TYPE.put(new Notes.Key("k"), new Vaulted.Login(Vaulted.PASSWORD)))))
                .isNotNull();

        try (Stream<Path> files = Files.walk(engine.real(EngineHarness.STATE))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private PutFile put(String text) throws IOException {
        return new PutFile(FILE, Content.of(text), engine.mine(0644));
    }

    private static Step note(String name, String text) {
        return Notes.NOTE.put(new Notes.Key(name), new Note(text));
    }

    private static UnitChange reload() {
        return new UnitChange("app.service", Verb.RELOAD);
    }

    private Problem failure(Step... steps) {
        return failure(Set.of(), steps);
    }

    private Problem failure(Set<String> locks, Step... steps) {
        return catchThrowableOfType(ProblemException.class, () -> engine.apply(locks, steps))
                .problem();
    }

    private List<Path> open(String which) throws IOException {
        try (Stream<Path> files =
                Files.list(engine.real(EngineHarness.STATE).resolve("changes").resolve(which))) {
            return files.toList();
        }
    }
}
