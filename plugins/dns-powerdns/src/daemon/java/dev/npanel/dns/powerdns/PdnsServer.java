package dev.npanel.dns.powerdns;

import static org.awaitility.Awaitility.await;

import dev.npanel.testkit.daemon.Daemon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A pdns_server of our own on free ports of 127.0.0.1, with a database in a temporary directory. */
public final class PdnsServer implements AutoCloseable {
    private static final String KEY = "a key for the test";
    private static final Path SCHEMA = Path.of("/usr/share/pdns-backend-sqlite3/schema/schema.sqlite3.sql");

    private final Path directory;
    private final int dns = Daemon.freePort();
    private final int web = Daemon.freePort();
    private final int synchronous;
    private final Daemon daemon;

    public PdnsServer() {
        this(0);
    }

    /** @param synchronous SQLite's pragma: 2 as in production, 0 to be quick where no power cut is looked at */
    PdnsServer(int synchronous) {
        this.synchronous = synchronous;
        try {
            directory = Files.createTempDirectory("pdns");
            Daemon.run(new ProcessBuilder("sqlite3", database()).redirectInput(SCHEMA.toFile()));
            Files.writeString(directory.resolve("pdns.conf"), settings());
            daemon = new Daemon(directory, command(), this::awaitReady);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public int port() {
        return dns;
    }

    /** What the plugin is told by its environment. */
    public Map<String, String> environment() {
        return Map.of("NPANEL_PDNS_URL", "http://127.0.0.1:" + web, "NPANEL_PDNS_API_KEY", KEY);
    }

    /** Runs SQL behind the daemon's back. */
    void sql(String statement) {
        Daemon.run(List.of("sqlite3", "-cmd", ".timeout 5000", database(), statement));
    }

    /** Runs pdnsutil. */
    void util(String... arguments) {
        Daemon.run(Stream.concat(Stream.of("pdnsutil", "--config-dir=" + directory), Stream.of(arguments))
                .toList());
    }

    void freeze() {
        daemon.freeze();
    }

    void thaw() {
        daemon.thaw();
    }

    void kill() {
        daemon.kill();
    }

    void start() {
        daemon.start();
    }

    @Override
    public void close() {
        daemon.close();
        Daemon.delete(directory);
    }

    private List<String> command() {
        return List.of("pdns_server", "--config-dir=" + directory, "--daemon=no", "--guardian=no", "--disable-syslog");
    }

    private void awaitReady() {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Daemon.listens(web, dns));
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
}
