package dev.npanel.web.nginx.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An nginx of the test's own, in a temporary directory. */
final class Nginx implements AutoCloseable {
    private static final String NGINX = "/usr/sbin/nginx";
    private static final String TEMPORARY = Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
            .map(each -> each + "_temp_path tmp;\n")
            .collect(Collectors.joining());

    private final Path directory;
    private final int port;
    private final Process process;

    Nginx(Path directory) throws IOException {
        this.directory = directory;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        configure("");
        Files.createFile(log());
        process = new ProcessBuilder(arguments("-g", "daemon off; pid nginx.pid;"))
                .inheritIO()
                .start();
        await().until(() -> Files.exists(directory.resolve("nginx.pid")) && Files.exists(socket()));
    }

    /** Writes a configuration with this in its {@code http} block. */
    void configure(String http) throws IOException {
        Files.writeString(
                directory.resolve("nginx.conf"),
                "error_log error.log;\nworker_processes 2;\nevents {}\nhttp {\naccess_log off;\n" + TEMPORARY
                        + "server { listen unix:" + socket() + "; location / { return 204; } }\n"
                        + "server { listen 127.0.0.1:" + port + "; location / { return 200 old; } }\n" + http + "}\n");
    }

    void reload() {
        run(List.of("/bin/kill", "-HUP", String.valueOf(process.pid())));
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
        process.destroy();
        process.onExit().join();
    }

    private List<String> arguments(String... more) {
        return Stream.concat(
                        Stream.of(
                                NGINX,
                                "-p",
                                directory.toString(),
                                "-c",
                                directory.resolve("nginx.conf").toString()),
                        Stream.of(more))
                .toList();
    }

    private static void run(List<String> command) {
        try {
            Process program = new ProcessBuilder(command).inheritIO().start();
            assertThat(program.waitFor()).isZero();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException hurry) {
            throw new AssertionError(hurry);
        }
    }
}
