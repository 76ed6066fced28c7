package dev.npanel.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as systemd runs it: a process of its own, its log, SIGTERM and its exit code. */
@Timeout(120) // of a process that hangs
class LauncherTest {
    private static final int TERMINATED = 128 + 15;

    @TempDir
    private Path home;

    private Path bundles;
    private Optional<Process> started = Optional.empty();

    @BeforeEach
    void folders() throws IOException {
        bundles = Files.createDirectory(home.resolve("bundles"));
        Files.createDirectory(home.resolve("plugins"));
    }

    @AfterEach
    void kill() {
        started.ifPresent(Process::destroyForcibly);
    }

    @Test
    void startsTheBundlesOfItsFolderAndStopsThemWhenToldTo() throws Exception {
        TestBundle.telling(bundles, "one", "");
        TestBundle.telling(bundles, "two", "");
        TestBundle.fragment(bundles, "three", "two");
        Files.writeString(bundles.resolve("readme.txt"), "not a bundle");

        Process process = launch(List.of(), home.toString());
        List<String> up = linesUntil(process, "Main: started in ");
        process.toHandle().destroy();
        List<String> down = rest(process);

        assertThat(up).containsSubsequence("<6>test: start one", "<6>test: start two");
        assertThat(down).contains("<6>test: stop one", "<6>test: stop two");
        assertThat(process.exitValue()).isEqualTo(TERMINATED);
    }

    @Test
    void startsThoseLastThatActUponTheOthers() throws Exception {
        TestBundle.extender(bundles, "a");
        TestBundle.telling(bundles, "b", "");

        Process process = launch(List.of(), home.toString());

        assertThat(linesUntil(process, "complete for a"))
                .containsSubsequence("<6>test: start b", "<6>test: start a", "<6>test: complete for a");
    }

    @Test
    void startsThatFirstWhichIsNamedSo() throws Exception {
        TestBundle.telling(bundles, "one", "");
        TestBundle.telling(bundles, "two", "");

        Process process = launch(List.of("-Dnpanel.first=two"), home.toString());

        assertThat(linesUntil(process, "Main: started in "))
                .containsSubsequence("<6>test: start two", "<6>test: start one");
    }

    @Test
    void endsWhenABundleDoesNotStart() throws Exception {
        TestBundle.telling(bundles, "one", "");
        TestBundle.telling(bundles, "two", "");

        Process process = launch(List.of("-D" + Telling.BROKEN + "=two"), home.toString());

        assertThat(rest(process))
                .containsSubsequence("<6>test: start one", "<6>test: stop one")
                .noneMatch(line -> line.contains("started in"));
        assertThat(process.exitValue()).isOne();
    }

    @Test
    void endsWhenABundleLacksSomething() throws Exception {
        TestBundle.telling(bundles, "one", ",com.example.nowhere");

        Process process = launch(List.of(), home.toString());

        assertThat(rest(process)).anyMatch(line -> line.startsWith("<3>") && line.contains("com.example.nowhere"));
        assertThat(process.exitValue()).isOne();
    }

    @Test
    void endsWhenAJarIsNone() throws Exception {
        TestBundle.telling(bundles, "one", "");
        Files.writeString(bundles.resolve("broken.jar"), "rubbish");

        Process process = launch(List.of(), home.toString());

        assertThat(rest(process)).anyMatch(line -> line.startsWith("<3>") && line.contains("broken.jar"));
        assertThat(process.exitValue()).isOne();
    }

    @Test
    void endsWhenThereIsNoFolder() throws Exception {
        Process process = launch(List.of(), home.resolve("nowhere").toString());

        assertThat(rest(process)).anyMatch(line -> line.startsWith("<3>") && line.contains("nowhere"));
        assertThat(process.exitValue()).isOne();
    }

    @Test
    void keepsNothingBetweenTwoStarts() throws Exception {
        TestBundle.telling(bundles, "one", "");
        TestBundle.telling(bundles, "two", "");
        Process first = launch(List.of(), home.toString());
        linesUntil(first, "Main: started in ");
        first.destroyForcibly().waitFor();
        Files.delete(bundles.resolve("two.jar"));

        Process second = launch(List.of(), home.toString());

        assertThat(linesUntil(second, "Main: started in "))
                .contains("<6>test: start one")
                .doesNotContain("<6>test: start two");
    }

    @Test
    void saysHowItIsUsed() throws Exception {
        Process process = launch(List.of());

        assertThat(rest(process)).contains("usage: Main FOLDER");
        assertThat(process.exitValue()).isEqualTo(2);
    }

    private Process launch(List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.util.logging.config.class=dev.npanel.launcher.log.JournalLogging",
                "-Djava.util.logging.manager=dev.npanel.launcher.log.LastingLogs",
                "-Dnpanel.config=" + home.resolve("agent.conf"),
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(Main.class.getName());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        started = Optional.of(process);
        return process;
    }

    private static List<String> linesUntil(Process process, String text) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = process.inputReader().readLine();
                line != null;
                line = process.inputReader().readLine()) {
            lines.add(line);
            if (line.contains(text)) {
                return lines;
            }
        }
        throw new AssertionError("never said: " + text + " but " + lines);
    }

    private static List<String> rest(Process process) throws InterruptedException {
        List<String> lines = process.inputReader().lines().toList();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return lines;
    }
}
