package dev.npanel.agent.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.host.step.UnitChange;
import dev.npanel.host.step.UnitChange.Verb;
import dev.npanel.host.unit.Reloading;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C9")
class ObservedUnitsTest {
    private final List<String> seen = new ArrayList<>();
    private final ObservedUnits units = new ObservedUnits(new Told());
    private static final long OWN = 42;

    private boolean refuses;
    private OptionalLong process = OptionalLong.empty();

    @Test
    void aReloadIsWatchedFromBeforeItUntilItIsOver() throws IOException {
        units.add(new Daemon());
        units.change(new UnitChange("web.service", Verb.RELOAD));
        assertThat(seen).containsExactly("watch", "RELOAD web.service", "await", "close");
    }

    @Test
    void whatTheDaemonRefusesIsThrownAndTheWatchEnds() {
        units.add(new Daemon());
        refuses = true;
        assertThatThrownBy(() -> units.change(new UnitChange("web.service", Verb.RELOAD)))
                .isInstanceOf(ProblemException.class);
        assertThat(seen).endsWith("await", "close");
    }

    @Test
    void nothingElseIsWatched() throws IOException {
        Daemon daemon = new Daemon();
        units.add(daemon);
        units.change(new UnitChange("web.service", Verb.RESTART));
        units.change(new UnitChange("other.service", Verb.RELOAD));
        units.remove(daemon);
        units.change(new UnitChange("web.service", Verb.RELOAD));
        assertThat(seen).containsExactly("RESTART web.service", "RELOAD other.service", "RELOAD web.service");
    }

    @Test
    void whoNamesItsProcessIsToldItself() throws IOException {
        process = OptionalLong.of(OWN);
        units.add(new Daemon());
        units.change(new UnitChange("web.service", Verb.RELOAD));
        assertThat(seen).containsExactly("watch", "HUP web.service", "await", "close");
    }

    @Test
    void aProcessThatIsNoneOfTheUnitsIsLeftAlone() throws IOException {
        process = OptionalLong.of(OWN + 1);
        units.add(new Daemon());
        units.change(new UnitChange("web.service", Verb.RELOAD));
        assertThat(seen).containsExactly("watch", "RELOAD web.service", "await", "close");
    }

    @Test
    void aUnitIsWatchedByOne() {
        Daemon daemon = new Daemon();
        units.add(daemon);
        units.add(daemon);
        assertThatThrownBy(() -> units.add(new Daemon())).isInstanceOf(IllegalStateException.class);
    }

    private final class Told implements Units {
        @Override
        public boolean isActive(String unit) {
            return true;
        }

        @Override
        public boolean isEnabled(String unit) {
            return true;
        }

        @Override
        public void change(UnitChange change) {
            seen.add(change.verb() + " " + change.unit());
        }

        @Override
        public boolean hangUp(String unit, long asked) {
            return asked == OWN && seen.add("HUP " + unit);
        }
    }

    private final class Daemon implements Reloading {
        @Override
        public String unit() {
            return "web.service";
        }

        @Override
        public Watch watch() {
            seen.add("watch");
            return new Watch() {
                @Override
                public OptionalLong process() {
                    return process;
                }

                @Override
                public void await(Duration patience) {
                    seen.add("await");
                    if (refuses) {
                        throw Problem.of(ProblemKind.CONFLICT, "web.refused", "No.")
                                .asException();
                    }
                }

                @Override
                public void close() {
                    seen.add("close");
                }
            };
        }
    }
}
