package dev.npanel.ssl.letsencrypt;

import dev.npanel.ssl.ca.RenewalWindow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a real authority and passes on what is said, word for word, but for what the test wants to go wrong, and for what the
 * authority's directory does not offer: renewal information (RFC 9773), and a name for CAA records.
 */
final class FaultProxy implements AutoCloseable {
    static final String IDENTITY = "ca.example";
    private static final char[] NO_PASSWORD = {};
    private static final String END_OF_HEAD = "\r\n\r\n";

    /** Everything that went through, both ways, as it was said. */
    final List<String> said = new CopyOnWriteArrayList<>();

    private final int target;
    private final SSLContext tls;
    private final SSLServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable RenewalWindow> window = new AtomicReference<>();
    private volatile boolean down;

    /** Happens once, to the next request of this path.
     *
     * @param seconds after which another try makes sense, or below zero for a connection that is cut in the middle of the answer */
    private record Fault(String path, int seconds) {}

    /** @param directory with the certificate of the authority's own server */
    FaultProxy(Path directory, int target) throws IOException {
        this.target = target;
        this.tls = tls(directory);
        this.server = (SSLServerSocket)
                tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::serve);
    }

    String url() {
        return "https://localhost:" + server.getLocalPort() + "/dir";
    }

    /** The next request whose path has this in it is one too many. */
    void limit(String path, int seconds) {
        faults.add(new Fault(path, seconds));
    }

    /** The next request whose path has this in it is carried out, and half of its answer arrives. */
    void cut(String path) {
        faults.add(new Fault(path, -1));
    }

    /** Nobody is reached from now on, or again. */
    void down(boolean now) {
        down = now;
    }

    /** From now on the directory offers renewal information, and this is it. */
    void suggest(RenewalWindow suggested) {
        window.set(suggested);
    }

    /** Whether all that was to go wrong has. */
    boolean isDone() {
        return faults.isEmpty();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        threads.shutdownNow();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            if (!down) {
                byte[] request = request(client.getInputStream());
                client.getOutputStream().write(answer(request));
                client.getOutputStream().flush();
            }
        } catch (IOException gone) {
            said.add(gone.toString());
        }
    }

    private byte[] answer(byte[] request) throws IOException {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        said.add(text);
        String path = text.split(" ", 3)[1];
        Optional<Fault> fault =
                faults.stream().filter(each -> path.contains(each.path())).findFirst();
        fault.ifPresent(faults::remove);
        if (fault.isPresent() && fault.get().seconds() >= 0) {
            return response(
                    "429 Too Many Requests\r\nRetry-After: " + fault.get().seconds(),
                    "application/problem+json",
                    "{\"type\":\"urn:ietf:params:acme:error:rateLimited\",\"detail\":\"too many of them\"}");
        }
        RenewalWindow suggested = window.get();
        if (suggested != null && path.startsWith("/renewal-info/")) {
            return response(
                    "200 OK\r\nRetry-After: 21600",
                    "application/json",
                    "{\"suggestedWindow\":{\"start\":\"" + suggested.start() + "\",\"end\":\"" + suggested.end()
                            + "\"}}");
        }
        byte[] answer = passOn(text.replaceFirst("\r\n", "\r\nConnection: close\r\n"));
        said.add(new String(answer, StandardCharsets.ISO_8859_1));
        if (path.equals("/dir")) {
            return directory(new String(answer, StandardCharsets.UTF_8), suggested != null);
        }
        return fault.isPresent() ? Arrays.copyOf(answer, answer.length / 2) : answer;
    }

    private byte[] directory(String answer, boolean renewal) {
        String body = answer.substring(answer.indexOf(END_OF_HEAD) + END_OF_HEAD.length());
        body = body.replaceFirst("\"caaIdentities\"\\s*:\\s*\\[[^]]*\\],?", "")
                .replaceFirst("\"meta\"\\s*:\\s*\\{", "\"meta\":{\"caaIdentities\":[\"" + IDENTITY + "\"],");
        if (renewal) {
            String url = "https://localhost:" + server.getLocalPort() + "/renewal-info";
            body = body.replaceFirst("\\{", "{\"renewalInfo\":\"" + url + "\",");
        }
        return response("200 OK", "application/json", body);
    }

    private byte[] passOn(String request) throws IOException {
        try (Socket authority = tls.getSocketFactory().createSocket("localhost", target)) {
            authority.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            authority.getOutputStream().flush();
            return authority.getInputStream().readAllBytes();
        }
    }

    private static byte[] response(String status, String type, String body) {
        return ("HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length()
                        + "\r\nConnection: close\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] request(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith(END_OF_HEAD)) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.write(next);
        }
        for (String line : head.toString(StandardCharsets.ISO_8859_1).split("\r\n", -1)) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                head.write(in.readNBytes(Integer.parseInt(line.substring(15).strip())));
            }
        }
        return head.toByteArray();
    }

    /** That of the authority's server, for both sides. */
    private static SSLContext tls(Path directory) throws IOException {
        try {
            CertificateFactory certificates = CertificateFactory.getInstance("X.509");
            Certificate own = certificates.generateCertificate(
                    new ByteArrayInputStream(Files.readAllBytes(directory.resolve("tls.pem"))));
            Certificate root = certificates.generateCertificate(
                    new ByteArrayInputStream(Files.readAllBytes(directory.resolve("tls-ca.pem"))));
            String key = Files.readString(directory.resolve("tls.key")).replaceAll("-----[A-Z ]+-----|\\s", "");
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setKeyEntry(
                    "own",
                    KeyFactory.getInstance("RSA")
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key))),
                    NO_PASSWORD,
                    new Certificate[] {own, root});
            store.setCertificateEntry("root", root);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NO_PASSWORD);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
