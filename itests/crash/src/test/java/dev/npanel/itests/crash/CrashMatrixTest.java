package dev.npanel.itests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.testkit.crash.CrashMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent is killed before and after every step, effect and fsync, also of its recovery. */
class CrashMatrixTest {
    private static final int ENOUGH = 200;

    @Test
    @Tag("C9")
    void leavesTheHostBeforeOrAfterWhereverItIsKilled(@TempDir Path directory) throws IOException {
        CrashMatrix.Outcome outcome = new CrashMatrix(new EverythingScenario(), directory).run(32);
        System.out.println(outcome);
        Files.writeString(
                Path.of("target", "crash-matrix"),
                outcome.points() + " " + outcome.failures().size() + "\n");
        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.points()).isGreaterThanOrEqualTo(ENOUGH);
    }
}
