package dev.npanel.testkit.daemon;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A real daemon that a test runs for itself, in the foreground, with all its files in one directory; what it prints goes into the file
 * {@code log} there. It can be frozen, killed and started again. Used by one thread.
 */
public final class Daemon implements AutoCloseable {
    private final ProcessBuilder command;
    private final Runnable ready;
    private Process process;

    /**
     * Starts it.
     *
     * @param directory it is started in
     * @param ready returns when it serves
     */
    public Daemon(Path directory, List<String> command, Runnable ready) {
        File log = directory.resolve("log").toFile();
        this.command = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        this.ready = ready;
        this.process = launch();
    }

    /** Starts it again after {@link #kill}. */
    public void start() {
        process = launch();
    }

    /** It does nothing any more, and its connections stay. */
    public void freeze() {
        signal("STOP");
    }

    /** It goes on where it was frozen. */
    public void thaw() {
        signal("CONT");
    }

    /** Without any farewell. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Sends it a signal, {@code HUP}; nothing happens when it does not run. */
    public void signal(String name) {
        if (process.isAlive()) {
            run(List.of("kill", "-" + name, Long.toString(process.pid())));
        }
    }

    @Override
    public void close() {
        thaw();
        kill();
    }

    /** A port of the loopback that nobody has. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether all of these ports of the loopback are listened on. */
    public static boolean listens(int... ports) {
        return IntStream.of(ports).allMatch(port -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return true;
            } catch (IOException notYet) {
                return false;
            }
        });
    }

    /** Runs a program to its end, which has to be a good one, and gives what it prints. */
    public static String run(List<String> command) {
        return run(new ProcessBuilder(command));
    }

    /** As {@link #run(List)}, for one that is fed from somewhere. */
    public static String run(ProcessBuilder command) {
        try {
            Process process = command.redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.onExit().join().exitValue() != 0) {
                throw new AssertionError(command.command() + ": " + said);
            }
            return said;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Deletes a directory with all that is in it. */
    public static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Process launch() {
        try {
            Process started = command.start();
            ready.run();
            return started;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
