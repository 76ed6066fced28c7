package dev.npanel.web.nginx.server;

import static org.awaitility.Awaitility.await;

import dev.npanel.testkit.daemon.Daemon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An nginx of the test's own, in a temporary directory. */
final class Nginx implements AutoCloseable {
    private static final String TEMPORARY = Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
            .map(each -> each + "_temp_path tmp;\n")
            .collect(Collectors.joining());

    private final Path directory;
    private final int port = Daemon.freePort();
    private final Daemon daemon;

    Nginx(Path directory) throws IOException {
        this.directory = directory;
        configure("");
        Files.createFile(log());
        daemon = new Daemon(
                directory,
                List.of(
                        "/usr/sbin/nginx",
                        "-p",
                        directory.toString(),
                        "-c",
                        directory.resolve("nginx.conf").toString(),
                        "-g",
                        "daemon off; pid nginx.pid;"),
                () -> await().until(() -> Files.exists(pid()) && Files.exists(socket())));
    }

    /** Writes a configuration with this in its {@code http} block. */
    void configure(String http) throws IOException {
        Files.writeString(
                directory.resolve("nginx.conf"),
                "error_log error.log;\nworker_processes 2;\nevents { worker_connections 4096; }\nhttp {\naccess_log off;\n"
                        + TEMPORARY
                        + "server { listen unix:" + socket() + "; location / { return 204; } }\n"
                        + "server { listen 127.0.0.1:" + port + " reuseport; location / { return 200 old; } }\n" + http
                        + "}\n");
    }

    void reload() {
        daemon.signal("HUP");
    }

    Path socket() {
        return directory.resolve("status.sock");
    }

    Path pid() {
        return directory.resolve("nginx.pid");
    }

    Path log() {
        return directory.resolve("error.log");
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        // its workers end with it when it is told, and not when it is killed
        daemon.signal("TERM");
        await().until(() -> !Files.exists(pid()));
        daemon.close();
    }
}
