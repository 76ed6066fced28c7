package dev.npanel.panel.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.panel.audit.Actor;
import dev.npanel.panel.fixture.TestPanel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite is told that it may not grow: the same error that a full disk gives. */
class FullDiskTest {
    private static final Actor ALICE = new Actor("alice", "USER", "192.0.2.7", "request");

    @TempDir
    Path directory;

    @Test
    void refusesWhatItCannotKeepAndGoesOnOnceThereIsRoom() {
        try (TestPanel panel = new TestPanel(directory)) {
            panel.store.write(sql -> sql.number("PRAGMA max_page_count = 1"));
            assertUnavailable(() -> fill(panel));
            assertThat(panel.store.<Long>read(sql -> sql.number("SELECT count(*) FROM package")))
                    .isEqualTo(1);
            panel.store.write(sql -> sql.number("PRAGMA max_page_count = 1000000"));
            fill(panel);
        }
    }

    @Test
    void nothingIsDoneThatCannotBeWrittenDown() {
        try (TestPanel panel = new TestPanel(directory)) {
            panel.store.write(sql -> sql.number("PRAGMA max_page_count = 1"));
            boolean[] done = new boolean[1];
            assertUnavailable(() -> {
                for (int i = 0; i < 1_000; i++) {
                    done[0] = false;
                    panel.audit.around(ALICE, "domain.create", "domain:example.com", () -> done[0] = true);
                }
            });
            assertThat(done[0]).isFalse();
            panel.store.write(sql -> sql.number("PRAGMA max_page_count = 1000000"));
            panel.audit.around(ALICE, "domain.create", "domain:example.com", () -> done[0] = true);
            assertThat(done[0]).isTrue();
        }
    }

    private static void fill(TestPanel panel) {
        panel.store.write(sql -> {
            for (int i = 0; i < 1_000; i++) {
                sql.update("INSERT INTO package (name, domains) VALUES (?, 1)", "package" + i);
            }
            return panel;
        });
    }

    private static void assertUnavailable(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().kind()).isEqualTo(ProblemKind.UNAVAILABLE));
    }
}
