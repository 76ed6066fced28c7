package dev.npanel.itests.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs programs of the machine that the tests run on. */
public final class Programs {
    private static final int MINUTES = 5;

    private Programs() {}

    public static Outcome run(String... command) {
        return run(List.of(command), new byte[0]);
    }

    public static Outcome run(List<String> command, byte[] input) {
        try {
            Process process = new ProcessBuilder(command).start();
            CompletableFuture<String> output = text(process.getInputStream());
            CompletableFuture<String> errors = text(process.getErrorStream());
            try (OutputStream stdin = process.getOutputStream()) {
                stdin.write(input);
            } catch (IOException closed) {
                // it did not want to read all of it
            }
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(command + " does not end");
            }
            return new Outcome(command, process.exitValue(), output.join(), errors.join());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static CompletableFuture<String> text(InputStream stream) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (stream) {
                        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                    } catch (IOException closed) {
                        return "";
                    }
                },
                work -> new Thread(work, "output").start());
    }
}
