package dev.npanel.dns.bind;

import static org.awaitility.Awaitility.await;

import dev.npanel.testkit.daemon.Daemon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A named of our own on free ports of 127.0.0.1, with all its files in a temporary directory. */
public final class NamedServer implements AutoCloseable {
    private final Path directory;
    private final int dns = Daemon.freePort();
    private final int control = Daemon.freePort();
    private final Daemon daemon;

    public NamedServer() {
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
            daemon = new Daemon(
                    directory,
                    List.of(
                            "named",
                            "-g",
                            "-n",
                            "2",
                            "-c",
                            directory.resolve("named.conf").toString()),
                    this::awaitReady);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public int port() {
        return dns;
    }

    public Path directory() {
        return directory;
    }

    /** What the plugin is told by its environment. */
    public Map<String, String> environment() {
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

    /** Runs rndc, as an administrator does. */
    String rndc(String... arguments) {
        return Daemon.run(Stream.concat(
                        Stream.of(
                                "rndc",
                                "-s",
                                "127.0.0.1",
                                "-p",
                                "" + control,
                                "-k",
                                directory.resolve("npanel.key").toString()),
                        Stream.of(arguments))
                .toList());
    }

    /** Changes a zone with nsupdate, as others do. */
    void update(String zone, String line) {
        try {
            Path commands = Files.writeString(
                    directory.resolve("commands"),
                    "server 127.0.0.1 " + dns + "\nzone " + zone + "\n" + line + "\nsend\n");
            Daemon.run(List.of("nsupdate", "-k", directory.resolve("npanel.key").toString(), commands.toString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        daemon.close();
        Daemon.delete(directory);
    }

    private void awaitReady() {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Daemon.listens(control, dns));
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
}
