package dev.npanel.testkit.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A {@link CrashChild} seen from outside. */
final class KillableProcess implements AutoCloseable {
    private final Process process;
    private final PrintStream in;
    private final BufferedReader out;

    KillableProcess(Class<? extends CrashScenario> scenario) throws IOException {
        this.process = new ProcessBuilder(command(scenario.getName()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * What a process has said until it was done or stood at its last checkpoint.
     *
     * @param answered how many changes were answered
     * @param unfinished changes that recovery could not undo
     * @param checkpoint where it stands; empty when it is done
     * @param checkpoints how many it has passed, when it is done
     */
    record Report(int answered, int unfinished, Optional<String> checkpoint, long checkpoints) {}

    /** Lets it work on a host until it is done or at the checkpoint of this number. */
    Report perform(String what, long fatal, Path host) throws IOException {
        in.println(what + " " + fatal + " " + host);
        int answered = 0;
        int unfinished = 0;
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            String[] words = line.split(" ", 2);
            switch (words[0]) {
                case "answered" -> answered++;
                case "unfinished" -> unfinished = Integer.parseInt(words[1]);
                case "at" -> {
                    return new Report(answered, unfinished, Optional.of(words[1]), fatal);
                }
                case "done" -> {
                    return new Report(answered, unfinished, Optional.empty(), Long.parseLong(words[1]));
                }
                default -> throw new IOException("unexpected: " + line);
            }
        }
        throw new IOException("the process has died by itself");
    }

    /** SIGKILL; returns when the process is gone. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    private static List<String> command(String scenario) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), CrashChild.class.getName(), scenario));
        return command;
    }
}
