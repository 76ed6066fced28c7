package dev.npanel.dns.powerdns;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A pdns_server of our own on free ports of 127.0.0.1, with a database in a temporary directory. */
final class PdnsServer implements AutoCloseable {
    private static final String KEY = "a key for the test";
    private static final Path SCHEMA = Path.of("/usr/share/pdns-backend-sqlite3/schema/schema.sqlite3.sql");

    private final Path directory;
    private final int dns = freePort();
    private final int web = freePort();
    private final int synchronous;
    private Process process;

    PdnsServer() {
        this(0);
    }

    /** @param synchronous SQLite's pragma: 2 as in production, 0 to be quick where no power cut is looked at */
    PdnsServer(int synchronous) {
        this.synchronous = synchronous;
        try {
            directory = Files.createTempDirectory("pdns");
            run(new ProcessBuilder("sqlite3", database()).redirectInput(SCHEMA.toFile()));
            Files.writeString(directory.resolve("pdns.conf"), settings());
            process = launch();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int port() {
        return dns;
    }

    /** What the plugin is told by its environment. */
    Map<String, String> environment() {
        return Map.of("NPANEL_PDNS_URL", "http://127.0.0.1:" + web, "NPANEL_PDNS_API_KEY", KEY);
    }

    /** Runs SQL behind the daemon's back. */
    void sql(String statement) {
        run(new ProcessBuilder("sqlite3", "-cmd", ".timeout 5000", database(), statement));
    }

    /** Runs pdnsutil. */
    void util(String... arguments) {
        run(new ProcessBuilder(Stream.concat(Stream.of("pdnsutil", "--config-dir=" + directory), Stream.of(arguments))
                .toList()));
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
                            "pdns_server",
                            "--config-dir=" + directory,
                            "--daemon=no",
                            "--guardian=no",
                            "--disable-syslog")
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("log").toFile())
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
        try (Socket api = new Socket(InetAddress.getLoopbackAddress(), web);
                Socket queries = new Socket(InetAddress.getLoopbackAddress(), dns)) {
            return api.isConnected() && queries.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private String database() {
        return directory.resolve("zones.sqlite3").toString();
    }

    private String settings() {
        return String.join(
                "\n",
                List.of(
                        "launch=gsqlite3",
                        "gsqlite3-database=" + database(),
                        "gsqlite3-dnssec=yes",
                        "gsqlite3-pragma-journal-mode=WAL",
                        "gsqlite3-pragma-synchronous=" + synchronous,
                        "local-address=127.0.0.1",
                        "local-port=" + dns,
                        "webserver=yes",
                        "webserver-address=127.0.0.1",
                        "webserver-port=" + web,
                        "webserver-allow-from=127.0.0.1",
                        "webserver-loglevel=none",
                        "webserver-max-bodysize=64",
                        "api=yes",
                        "api-key=" + KEY,
                        "socket-dir=" + directory,
                        "loglevel=4",
                        ""));
    }

    private void signal(String signal) {
        if (process.isAlive()) {
            run(new ProcessBuilder("kill", signal, Long.toString(process.pid())));
        }
    }

    private static void run(ProcessBuilder command) {
        try {
            Process process = command.redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.onExit().join().exitValue() != 0) {
                throw new AssertionError(command.command() + ": " + said);
            }
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
