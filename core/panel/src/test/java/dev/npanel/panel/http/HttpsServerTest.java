package dev.npanel.panel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The listener, seen by real clients. */
class HttpsServerTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    Path folder;

    private HttpsServer server;
    private SSLContext trusting;

    @BeforeEach
    void start() throws Exception {
        Path keystore = folder.resolve("panel.p12");
        int made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "panel",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keystore.toString(),
                        "-storepass",
                        PASSWORD)
                .start()
                .waitFor();
        assertThat(made).isZero();
        Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        trusting = trusting(keystore);
        server = new HttpsServer(new HttpSettings("127.0.0.1", 0, keystore, password, true), new Counting());
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void speaksHttp2WithThePolicyOfOnlyHttps() throws Exception {
        HttpResponse<String> answer = get(HttpClient.Version.HTTP_2);

        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain");
    }

    @Test
    void speaksHttp11() throws Exception {
        assertThat(get(HttpClient.Version.HTTP_1_1).version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }

    @Test
    void refusesLargeBodies() throws Exception {
        HttpRequest large = HttpRequest.newBuilder(uri())
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[5 * 1024 * 1024]))
                .version(HttpClient.Version.HTTP_1_1)
                .build();

        assertThat(client().send(large, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
    }

    @Test
    void answersWhatIsNoHttpAsAProblem() throws Exception {
        try (Socket socket = trusting.getSocketFactory().createSocket("127.0.0.1", server.port());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            out.write("RUBBISH\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();

            assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("Strict-Transport-Security", "application/problem+json")
                    .doesNotContain("Jetty");
        }
    }

    @Test
    void refusesOldTls() throws Exception {
        try (SSLSocket socket = (SSLSocket) trusting.getSocketFactory().createSocket("127.0.0.1", server.port())) {
            socket.setEnabledProtocols(new String[] {"TLSv1.1"});

            assertThatThrownBy(socket::startHandshake).isInstanceOf(IOException.class);
        }
    }

    @Test
    void hasNoPlainHttp() throws Exception {
        URI plain = URI.create("http://127.0.0.1:" + server.port() + "/");
        HttpRequest request = HttpRequest.newBuilder(plain).build();

        assertThatThrownBy(() -> client().send(request, BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    private HttpResponse<String> get(HttpClient.Version version) throws Exception {
        return client().send(HttpRequest.newBuilder(uri()).version(version).build(), BodyHandlers.ofString());
    }

    private HttpClient client() {
        return HttpClient.newBuilder().sslContext(trusting).build();
    }

    private URI uri() {
        return URI.create("https://localhost:" + server.port() + "/");
    }

    private static SSLContext trusting(Path keystore) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keystore)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("panel", keys.getCertificate("panel"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** Reads the body and answers with its length. */
    private static final class Counting extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            int length = Content.Source.asByteBuffer(request).remaining();
            response.getHeaders().put("Content-Type", "text/plain");
            Content.Sink.write(response, true, Integer.toString(length), callback);
            return true;
        }
    }
}
