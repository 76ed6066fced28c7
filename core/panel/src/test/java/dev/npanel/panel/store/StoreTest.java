package dev.npanel.panel.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.api.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreTest {
    @TempDir
    Path directory;

    @Test
    void readsWhatWasWrittenAlsoAfterBeingOpenedAgain() {
        try (Store store = store()) {
            store.write(sql -> sql.update("INSERT INTO package (name, domains) VALUES (?, ?)", "small", 3));
        }
        try (Store store = store()) {
            assertThat(store.<Long>read(sql -> sql.number("SELECT domains FROM package WHERE name = 'small'")))
                    .isEqualTo(3);
        }
    }

    @Test
    void undoesWhatEndsInAProblem() {
        try (Store store = store()) {
            assertThatThrownBy(() -> store.write(sql -> {
                        sql.update("DELETE FROM package");
                        throw new IllegalStateException("no");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(store.<Long>read(sql -> sql.number("SELECT count(*) FROM package")))
                    .isEqualTo(1);
        }
    }

    @Test
    void isDurableAndOwnedByThePanelAlone() throws Exception {
        try (Store store = store()) {
            assertThat(store.<Long>write(sql -> sql.number("PRAGMA synchronous")))
                    .isEqualTo(2);
            assertThat(store.<String>read(sql -> sql.one("PRAGMA journal_mode", row -> row.getString(1))
                            .orElseThrow()))
                    .isEqualTo("wal");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("state"))))
                    .isEqualTo("rwx------");
            for (String file : List.of("npanel.db", "npanel.db-wal", "npanel.db-shm")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                                directory.resolve("state").resolve(file))))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void readersDoNotWrite() {
        try (Store store = store()) {
            assertThatThrownBy(() -> store.read(sql -> sql.update("DELETE FROM package")))
                    .isInstanceOf(ProblemException.class);
        }
    }

    /** ADVISORIES 29: an error that is logged has no values in it. */
    @Test
    void errorsDoNotTellValues() {
        try (Store store = store()) {
            assertThatThrownBy(() -> store.write(sql ->
                            sql.update("INSERT INTO package (name, domains) VALUES (?, ?)", "default", "s3cret")))
                    .hasStackTraceContaining("SQLITE_CONSTRAINT")
                    .satisfies(failed -> assertThat(Arrays.toString(failed.getStackTrace()) + failed.getCause())
                            .doesNotContain("s3cret"));
        }
    }

    @Test
    void takesManyWritersAtOnce() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(20);
        try (Store store = store()) {
            List<Future<Integer>> all = IntStream.range(0, 200)
                    .mapToObj(i -> pool.submit(() -> store.write(
                            sql -> sql.update("INSERT INTO package (name, domains) VALUES (?, ?)", "package-" + i, i))))
                    .toList();
            for (Future<Integer> each : all) {
                each.get();
            }
            assertThat(store.<Long>read(sql -> sql.number("SELECT count(*) FROM package")))
                    .isEqualTo(201);
        } finally {
            pool.shutdown();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void bringsEveryEarlierVersionToThePresentOne(int version) throws Exception {
        Path file = new StateDirectory(directory.resolve("state")).file("npanel.db");
        try (Connection old = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Migrations.applyUpTo(old, version);
            if (version > 0) {
                new Sql(old).update("INSERT INTO package (name, domains) VALUES ('kept', 7)");
            }
        }
        try (Store store = store()) {
            assertThat(store.<Long>read(sql -> sql.number("SELECT max(number) FROM migration")))
                    .isEqualTo(Migrations.SCRIPTS.size());
            assertThat(store.<Long>read(sql -> sql.number("SELECT count(*) FROM package WHERE name = 'kept'")))
                    .isEqualTo(version > 0 ? 1 : 0);
        }
    }

    @Test
    void refusesADatabaseOfALaterVersion() {
        try (Store store = store()) {
            store.write(sql -> sql.update("INSERT INTO migration (number, script) VALUES (999, 'later')"));
        }
        try (Store store = store()) {
            assertThatThrownBy(() -> store.read(sql -> sql.number("SELECT 1")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasRootCauseMessage("the database is of a later version (999) than this panel");
        }
    }

    @Test
    void worksAgainOnceTheDirectoryCanBeUsed() throws Exception {
        Path state = directory.resolve("state");
        Files.createDirectories(state.resolve("npanel.db"));
        try (Store store = store()) {
            assertThatThrownBy(() -> store.read(sql -> sql.number("SELECT 1"))).isInstanceOf(ProblemException.class);
            Files.delete(state.resolve("npanel.db"));
            assertThat(store.<Long>read(sql -> sql.number("SELECT 1"))).isEqualTo(1);
        }
    }

    private Store store() {
        return new Store(new StateDirectory(directory.resolve("state")));
    }
}
