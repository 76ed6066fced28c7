package dev.npanel.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.agent.durable.Checkpoints;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.action.Declaration;
import dev.npanel.host.step.PutDirectory;
import dev.npanel.host.step.UnitChange;
import dev.npanel.host.step.UnitChange.Verb;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When in a change units are started, told and stopped. */
@Tag("C9")
class UnitsTest {
    private static final UnitChange OLD = new UnitChange("php@old.service", Verb.RETIRE);
    private static final UnitChange NEW = new UnitChange("php@new.service", Verb.START);
    private static final UnitChange RELOAD = new UnitChange("web.service", Verb.RELOAD);

    @TempDir
    private Path root;

    private final FakeUnits units = new FakeUnits();
    private EngineHarness engine;

    @BeforeEach
    void open() throws IOException {
        engine = new EngineHarness(root, units, Checkpoints.NONE);
        units.change(new UnitChange("php@old.service", Verb.START));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void whatRetiresIsStoppedWhenAllOthersHaveTurnedAwayFromIt() throws IOException {
        engine.apply(Set.of("site"), OLD, NEW, RELOAD, directory());

        assertThat(units.changes()).endsWith(NEW, RELOAD, OLD);
        assertThat(units.isActive("php@old.service")).isFalse();
    }

    @Test
    void aTemplateThatIsDeclaredStandsForItsInstances() {
        Declaration declaration =
                new Declaration("web", Set.of(), Set.of(), Set.of("php@.service", "web.service"), Set.of(), Set.of());

        assertThat(List.of(OLD, NEW, RELOAD)).allMatch(declaration::permits);
        assertThat(declaration.permits(new UnitChange("ssh@x.service", Verb.STOP)))
                .isFalse();
        assertThat(declaration.permits(new UnitChange("php@x.socket", Verb.STOP)))
                .isFalse();
        assertThat(declaration.permits(new UnitChange("web@x.service", Verb.STOP)))
                .isFalse();
    }

    private PutDirectory directory() throws IOException {
        return new PutDirectory(new AbsolutePath("/made"), engine.mine(0755));
    }
}
