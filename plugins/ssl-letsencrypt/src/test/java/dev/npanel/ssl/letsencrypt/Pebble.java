package dev.npanel.ssl.letsencrypt;

import com.sun.net.httpserver.HttpServer;
import dev.npanel.ssl.certificate.Chain;
import dev.npanel.testkit.daemon.Daemon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * A real certificate authority of tests, pebble, with the name server that it asks, and a web server for the answers to its
 * challenges, all on the loopback.
 */
public final class Pebble implements AutoCloseable {
    private final Path directory;
    private final Map<String, String> faults;
    private final int port = Daemon.freePort();
    private final int management = Daemon.freePort();
    private final int dns = Daemon.freePort();
    private final int dnsManagement = Daemon.freePort();
    private final HttpServer web;
    private final Daemon names;
    private final Daemon authority;

    /**
     * @param directory an empty one
     * @param faults pebble's own environment variables
     */
    public Pebble(Path directory, Map<String, String> faults) throws IOException {
        this(directory, directory, faults);
    }

    /** @param served where the answers over HTTP are */
    public Pebble(Path directory, Path served, Map<String, String> faults) throws IOException {
        this.directory = directory;
        this.faults = faults;
        this.web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/.well-known/acme-challenge/", exchange -> {
            Path file =
                    served.resolve(Path.of(exchange.getRequestURI().getPath()).getFileName());
            byte[] answer = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            exchange.sendResponseHeaders(answer.length > 0 ? 200 : 404, answer.length > 0 ? answer.length : -1);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        web.start();
        makeCertificate();
        names = new Daemon(
                directory,
                List.of(
                        "pebble-challtestsrv",
                        "-defaultIPv4",
                        "127.0.0.1",
                        "-defaultIPv6",
                        "",
                        "-dns01",
                        "127.0.0.1:" + dns,
                        "-management",
                        "127.0.0.1:" + dnsManagement,
                        "-http01",
                        "",
                        "-https01",
                        "",
                        "-tlsalpn01",
                        ""),
                () -> await(dnsManagement));
        authority = authority();
    }

    /** The port of its directory. */
    public int port() {
        return port;
    }

    /** The name server that it asks. */
    public InetSocketAddress resolver() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), dns);
    }

    /** The port that it expects answers over HTTP at. */
    public int http() {
        return web.getAddress().getPort();
    }

    /** The address of its directory. */
    public String url() {
        return "https://localhost:" + port + "/dir";
    }

    /** What its own server is to be trusted by. */
    public Chain root() throws IOException {
        return new Chain(Files.readString(directory.resolve("tls-ca.pem")));
    }

    /** The common name of a root that certificates it issues can end at. */
    public String issuer(int number) throws IOException {
        run(
                "curl",
                "-sS",
                "--cacert",
                "tls-ca.pem",
                "-o",
                "root.pem",
                "https://localhost:" + management + "/roots/" + number);
        run("openssl", "x509", "-in", "root.pem", "-noout", "-subject", "-nameopt", "multiline", "-out", "subject");
        return Files.readString(directory.resolve("subject"))
                .replaceAll("(?s).*commonName *= ", "")
                .strip();
    }

    /** Answers a challenge over HTTP. */
    public void serve(String token, String answer) throws IOException {
        Files.writeString(directory.resolve(token), answer);
    }

    /** Answers a challenge over DNS. */
    public void publish(String name, String answer) {
        tell("set-txt", "{\"host\":\"_acme-challenge." + name + ".\",\"value\":\"" + answer + "\"}");
    }

    /** Answers no longer. */
    public void withdraw(String name) {
        tell("clear-txt", "{\"host\":\"_acme-challenge." + name + ".\"}");
    }

    /** What the name server answers from now on. */
    public void tell(String what, String json) {
        asked(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + dnsManagement + "/" + what))
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** As if the authority's machine had been switched off. */
    public void stop() {
        authority.kill();
    }

    /** And on again: it has forgotten everything. */
    public void startAgain() {
        authority.start();
    }

    @Override
    public void close() {
        authority.close();
        names.close();
        web.stop(0);
    }

    private Daemon authority() throws IOException {
        Files.writeString(directory.resolve("pebble.json"), """
                {"pebble": {"listenAddress": "127.0.0.1:%d", "managementListenAddress": "127.0.0.1:%d",
                 "certificate": "tls.pem", "privateKey": "tls.key", "httpPort": %d, "tlsPort": %d,
                 "externalAccountBindingRequired": %b,
                 "externalAccountMACKeys": {"kid-1": "zWNDZM6eQGHWpSRTPal5eIUYFTu7EajVIoguysqZ9wG44nMEtx3MUAsUDkMTQ12W"},
                 "domainBlocklist": ["blocked.example"]}}
                """.formatted(
                        port, management, http(), Daemon.freePort(), faults.containsKey("EAB")));
        List<String> command = new ArrayList<>(List.of("env"));
        faults.forEach((name, value) -> command.add(name + "=" + value));
        command.addAll(List.of("pebble", "-config", "pebble.json", "-dnsserver", "127.0.0.1:" + dns, "-strict"));
        return new Daemon(directory, command, () -> await(port));
    }

    private void makeCertificate() {
        run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                "tls-ca.key",
                "-out",
                "tls-ca.pem",
                "-days",
                "2",
                "-subj",
                "/CN=test",
                "-addext",
                "basicConstraints=critical,CA:true");
        run(
                "openssl",
                "req",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                "tls.key",
                "-out",
                "tls.csr",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost");
        run(
                "openssl",
                "x509",
                "-req",
                "-in",
                "tls.csr",
                "-CA",
                "tls-ca.pem",
                "-CAkey",
                "tls-ca.key",
                "-CAcreateserial",
                "-copy_extensions",
                "copy",
                "-days",
                "2",
                "-out",
                "tls.pem");
    }

    /** A request for these names with a new key: what the agent does in production. */
    public String csr(List<String> names) throws IOException {
        run(
                "openssl",
                "req",
                "-new",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-keyout",
                "site.key",
                "-out",
                "site.csr",
                "-subj",
                "/",
                "-addext",
                "subjectAltName="
                        + String.join(
                                ",", names.stream().map(name -> "DNS:" + name).toList()));
        return Files.readString(directory.resolve("site.csr"));
    }

    private void run(String... command) {
        Daemon.run(new ProcessBuilder(command).directory(directory.toFile()));
    }

    private static String asked(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient()
                    .send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void await(int port) {
        Awaitility.await().until(() -> Daemon.listens(port));
    }
}
