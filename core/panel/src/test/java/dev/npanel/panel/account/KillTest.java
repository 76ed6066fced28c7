package dev.npanel.panel.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.action.Caller.Role;
import dev.npanel.panel.account.Account.State;
import dev.npanel.panel.fixture.TestPanel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the panel (SIGKILL) while it makes and removes accounts: afterwards both sides have the same ones. */
@Tag("C3")
class KillTest {
    private static final int KILLS = 8;

    @TempDir
    Path directory;

    @Test
    void leavesNoAccountOnOneSideOnly() throws Exception {
        Path state = directory.resolve("panel");
        Path host = Files.createDirectories(directory.resolve("host"));
        Random random = new Random(1);
        try (TestPanel panel = new TestPanel(state)) {
            panel.administrator();
        }
        for (int i = 0; i < KILLS; i++) {
            kill(state, host, 1 + random.nextInt(40));
            try (TestPanel panel = new TestPanel(state)) {
                new Provisioning(panel.accounts, new KilledPanel.DirectoryAgent(host))
                        .settle(TestPanel.as("root1", Role.ADMINISTRATOR));
                assertThat(users(panel)).isEqualTo(files(host));
            }
        }
    }

    /** Killed after so many accounts, somewhere in the middle of the next. */
    private static void kill(Path state, Path host, int after) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledPanel.class.getName(),
                        state.toString(),
                        host.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i <= after; i++) {
                assertThat(out.readLine()).isNotNull();
            }
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static List<String> users(TestPanel panel) {
        return panel.accounts.page("", 100).items().stream()
                .filter(account -> account.role() == Role.USER)
                .peek(account -> assertThat(account.state()).isEqualTo(State.ACTIVE))
                .map(account -> account.name().text())
                .toList();
    }

    private static List<String> files(Path host) throws IOException {
        try (Stream<Path> files = Files.list(host)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
