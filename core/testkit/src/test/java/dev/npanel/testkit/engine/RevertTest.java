package dev.npanel.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.agent.change.ChangeActions;
import dev.npanel.agent.durable.Checkpoints;
import dev.npanel.agent.engine.Deadline;
import dev.npanel.agent.engine.Order;
import dev.npanel.agent.engine.Retention;
import dev.npanel.api.action.Caller;
import dev.npanel.api.change.ChangeId;
import dev.npanel.api.change.ChangeSummary;
import dev.npanel.api.change.Changes.RevertChange;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.api.value.AccountName;
import dev.npanel.host.action.Action;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.Delete;
import dev.npanel.host.step.Move;
import dev.npanel.host.step.PutDirectory;
import dev.npanel.host.step.PutFile;
import dev.npanel.host.step.UnitChange;
import dev.npanel.host.step.UnitChange.Verb;
import dev.npanel.testkit.engine.Notes.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A committed change can be taken back as long as nobody has changed what it did, and its undo data is kept. */
@Tag("C9")
class RevertTest {
    private static final AbsolutePath ETC = new AbsolutePath("/etc");
    private static final AbsolutePath FILE = ETC.child("file");

    @TempDir
    private Path root;

    private final FakeUnits units = new FakeUnits();
    private final Notes notes = new Notes();
    private EngineHarness engine;

    @BeforeEach
    void open() throws IOException {
        for (String directory : List.of("etc/tree/deep", "etc/old")) {
            Files.createDirectories(root.resolve(directory));
        }
        Files.writeString(root.resolve("etc/file"), "before");
        Files.writeString(root.resolve("etc/tree/deep/file"), "deep");
        engine = new EngineHarness(root, units, Checkpoints.NONE);
        engine.add(notes);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void bringsBackWhatWasThere() throws IOException {
        ChangeId id = changeEverything();

        revert(id);

        assertThat(engine.real(FILE)).hasContent("before");
        assertThat(root.resolve("etc/tree/deep/file")).hasContent("deep");
        assertThat(root.resolve("etc/old")).isDirectory();
        assertThat(root.resolve("etc/sites")).doesNotExist();
        assertThat(notes.all()).isEmpty();
        assertThat(units.isActive("app.service")).isFalse();
    }

    @Test
    void isAChangeThatCanBeRevertedItself() throws IOException {
        revert(revert(changeEverything()));

        assertThat(engine.real(FILE)).hasContent("after");
        assertThat(root.resolve("etc/tree")).doesNotExist();
        assertThat(root.resolve("etc/sites/a")).hasContent("a");
        assertThat(notes.all()).containsEntry("n", new Note("text"));
        assertThat(units.isActive("app.service")).isTrue();
    }

    @Test
    void isRefusedWhenAnythingHasMovedOn() throws IOException {
        ChangeId id = changeEverything();
        Files.writeString(engine.real(FILE), "edited by hand");

        assertThatThrownBy(() -> revert(id)).hasMessageContaining("CONFLICT change.moved-on");

        assertThat(engine.real(FILE)).hasContent("edited by hand");
        assertThat(notes.all()).hasSize(1);
    }

    @Test
    void isRefusedWhenADirectoryIsInUse() throws IOException {
        ChangeId id = changeEverything();
        Files.writeString(root.resolve("etc/sites/another"), "in use");

        assertThatThrownBy(() -> revert(id)).hasMessageContaining("CONFLICT change.moved-on");
    }

    @Test
    void isRefusedWhenTheTrashWasEmptied() throws IOException {
        ChangeId id = changeEverything();

        retain(new Retention.Limits(100, Duration.ofDays(1), Duration.ZERO));

        assertThatThrownBy(() -> revert(id)).hasMessageContaining("CONFLICT change.not-kept");
    }

    @Test
    void oldChangesAreForgotten() throws IOException {
        ChangeId first = changeEverything();
        ChangeId second = revert(first);

        retain(new Retention.Limits(1, Duration.ofDays(1), Duration.ofDays(1)));

        assertThat(engine.assembly().history().ids()).containsExactly(second);
        assertThatThrownBy(() -> revert(first)).hasMessageContaining("NOT_FOUND");
    }

    private ChangeId changeEverything() throws IOException {
        AbsolutePath sites = ETC.child("sites");
        return engine.apply(
                Set.of("everything"),
                new PutFile(FILE, Content.of("after"), engine.mine(0644)),
                new PutDirectory(sites, engine.mine(0755)),
                new PutFile(sites.child("a"), Content.of("a"), engine.mine(0644)),
                new Delete(ETC.child("tree")),
                new Move(ETC.child("old"), ETC.child("new")),
                Notes.NOTE.put(new Notes.Key("n"), new Note("text")),
                new UnitChange("app.service", Verb.START));
    }

    private ChangeId revert(ChangeId id) {
        Action<?, ?> action = ChangeActions.of(
                        engine.assembly().history(), engine.assembly().steps())
                .get(2);
        return Objects.requireNonNull(
                engine.assembly().engine().change(order(action, id)).change());
    }

    @SuppressWarnings("unchecked")
    private static Order<RevertChange, ?> order(Action<?, ?> action, ChangeId id) {
        Caller caller = new Caller(new AccountName("tester"), Caller.Role.ADMINISTRATOR, "192.0.2.1", "test");
        return new Order<>(
                (Action<RevertChange, ChangeSummary>) action,
                new RevertChange(id, null, null),
                "test",
                step -> true,
                caller,
                Deadline.after(Duration.ofSeconds(60)));
    }

    private void retain(Retention.Limits limits) throws IOException {
        new Retention(engine.assembly().history(), engine.assembly().vault(), limits, Clock.systemUTC()).run();
        try (Stream<Path> kept = Files.list(engine.real(EngineHarness.STATE.child("vault")))) {
            assertThat(kept).isNotNull();
        }
    }
}
