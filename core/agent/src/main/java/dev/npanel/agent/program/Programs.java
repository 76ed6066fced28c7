package dev.npanel.agent.program;

import dev.npanel.api.value.AbsolutePath;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs programs: by their absolute path, never through a shell, with an argument list, nothing on their input and none of
 * the agent's environment. Thread-safe.
 */
public final class Programs {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", "HOME", "/", "LANG", "C");
    private static final int MAX_OUTPUT = 16 << 10;
    private static final int BUFFER = 4096;
    private static final int PATIENCE_FOR_OUTPUT = 1;

    /** Waits until the program ends, and kills it with its children after the timeout. */
    public ProgramResult run(AbsolutePath program, List<String> arguments, Duration timeout) throws IOException {
        Process process = start(program, arguments);
        Output output = new Output(process.getInputStream());
        CompletableFuture<Void> reading = CompletableFuture.runAsync(output, Programs::inThreadOfItsOwn);
        try {
            boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                kill(process);
            }
            awaitOutput(reading);
            return new ProgramResult(ended ? process.exitValue() : ProgramResult.TIMED_OUT, output.lines());
        } catch (InterruptedException stopping) {
            kill(process);
            Thread.currentThread().interrupt();
            return new ProgramResult(ProgramResult.TIMED_OUT, output.lines());
        }
    }

    private static Process start(AbsolutePath program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.text()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(ENVIRONMENT);
        return builder.start();
    }

    private static void awaitOutput(CompletableFuture<Void> reading) throws InterruptedException {
        try {
            reading.get(PATIENCE_FOR_OUTPUT, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException heldByAChild) {
            // What has come so far is good enough for a message.
        }
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void inThreadOfItsOwn(Runnable task) {
        Thread thread = new Thread(task, "npanel-program-output");
        thread.setDaemon(true);
        thread.start();
    }

    /** Reads all a program writes, so that it never waits, and keeps the beginning. */
    private static final class Output implements Runnable {
        private final InputStream stream;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

        Output(InputStream stream) {
            this.stream = stream;
        }

        @Override
        public void run() {
            byte[] buffer = new byte[BUFFER];
            try (stream) {
                for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                    kept.write(buffer, 0, Math.min(read, MAX_OUTPUT - kept.size()));
                }
            } catch (IOException killed) {
                // there is no more to read
            }
        }

        List<String> lines() {
            return kept.toString(StandardCharsets.UTF_8).lines().toList();
        }
    }
}
