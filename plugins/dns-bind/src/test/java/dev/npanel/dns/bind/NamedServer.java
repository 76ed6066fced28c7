package dev.npanel.dns.bind;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A named of our own on free ports of 127.0.0.1, with all its files in a temporary directory. */
final class NamedServer implements AutoCloseable {
    private final Path directory;
    private final int dns = freePort();
    private final int control = freePort();
    private Process process;

    NamedServer() {
        this("");
    }

    /** @param more of the configuration: zones of others */
    NamedServer(String more) {
        try {
            directory = Files.createTempDirectory("named");
            Files.createDirectory(directory.resolve("zones"));
            byte[] secret = new byte[32];
            new SecureRandom().nextBytes(secret);
            Files.writeString(
                    directory.resolve("npanel.key"),
                    "key \"npanel\" {\n\talgorithm hmac-sha256;\n\tsecret \""
                            + Base64.getEncoder().encodeToString(secret) + "\";\n};\n");
            Files.writeString(directory.resolve("named.conf"), settings() + more);
            process = launch();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int port() {
        return dns;
    }

    Path directory() {
        return directory;
    }

    /** What the plugin is told by its environment. */
    Map<String, String> environment() {
        return Map.of(
                "NPANEL_BIND_PORT",
                "" + dns,
                "NPANEL_BIND_CONTROL_PORT",
                "" + control,
                "NPANEL_BIND_KEY_FILE",
                directory.resolve("npanel.key").toString(),
                "NPANEL_BIND_ZONES",
                directory.resolve("zones").toString());
    }

    void freeze() {
        signal("-STOP");
    }

    void thaw() {
        signal("-CONT");
    }

    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    void start() {
        process = launch();
    }

    /** Runs rndc, as an administrator does. */
    String rndc(String... arguments) {
        return run(new ProcessBuilder(Stream.concat(
                        Stream.of(
                                "rndc",
                                "-s",
                                "127.0.0.1",
                                "-p",
                                "" + control,
                                "-k",
                                directory.resolve("npanel.key").toString()),
                        Stream.of(arguments))
                .toList()));
    }

    /** Changes a zone with nsupdate, as others do. */
    void update(String zone, String line) {
        try {
            Path commands = Files.writeString(
                    directory.resolve("commands"),
                    "server 127.0.0.1 " + dns + "\nzone " + zone + "\n" + line + "\nsend\n");
            run(new ProcessBuilder(
                    "nsupdate", "-k", directory.resolve("npanel.key").toString(), commands.toString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        thaw();
        kill();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Process launch() {
        try {
            Process started = new ProcessBuilder(
                            "named",
                            "-g",
                            "-n",
                            "2",
                            "-c",
                            directory.resolve("named.conf").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            directory.resolve("log").toFile()))
                    .start();
            await().atMost(Duration.ofSeconds(10))
                    .pollInterval(Duration.ofMillis(20))
                    .until(this::listens);
            return started;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private boolean listens() {
        try (Socket commands = new Socket(InetAddress.getLoopbackAddress(), control);
                Socket queries = new Socket(InetAddress.getLoopbackAddress(), dns)) {
            return commands.isConnected() && queries.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private String settings() {
        return String.join(
                "\n",
                List.of(
                        "include \"" + directory + "/npanel.key\";",
                        "acl npanel-secondaries { none; };",
                        "options {",
                        "  directory \"" + directory + "\";",
                        "  pid-file none;",
                        "  session-keyfile none;",
                        "  listen-on port " + dns + " { 127.0.0.1; };",
                        "  listen-on-v6 { none; };",
                        "  recursion no;",
                        "  dnssec-validation no;",
                        "  allow-new-zones yes;",
                        "  minimal-responses yes;",
                        "};",
                        "controls { inet 127.0.0.1 port " + control + " allow { 127.0.0.1; } keys { npanel; }; };",
                        ""));
    }

    private void signal(String signal) {
        if (process.isAlive()) {
            run(new ProcessBuilder("kill", signal, Long.toString(process.pid())));
        }
    }

    private static String run(ProcessBuilder command) {
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

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
