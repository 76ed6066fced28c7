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
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The listener, seen by real clients. */
class HttpsServerTest {
    @TempDir
    Path folder;

    private Listening server;

    @BeforeEach
    void start() throws Exception {
        server = new Listening(folder, 100, new Refusing());
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
        HttpRequest large = HttpRequest.newBuilder(server.uri())
                .POST(BodyPublishers.ofByteArray(new byte[5 * 1024 * 1024]))
                .version(HttpClient.Version.HTTP_1_1)
                .build();

        assertThat(server.client().send(large, BodyHandlers.ofString()).statusCode())
                .isEqualTo(413);
    }

    /** Over HTTP/2 the connection ends with it (RFC 9113, section 10.5.1), and the next request gets another one. */
    @Test
    void refusesLargeHeads() throws Exception {
        HttpRequest.Builder large = HttpRequest.newBuilder(server.uri()).header("Authorization", "a".repeat(20_000));
        HttpClient client = server.client();

        assertThat(client.send(large.version(HttpClient.Version.HTTP_1_1).build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(431);
        HttpRequest http2 = large.version(HttpClient.Version.HTTP_2).build();
        assertThatThrownBy(() -> client.send(http2, BodyHandlers.ofString())).isInstanceOf(IOException.class);
        assertThat(client.send(HttpRequest.newBuilder(server.uri()).build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    /** Nothing that was announced has been sent, and the answer is there. */
    @Test
    void saysThatTheConnectionEndsWhenItAnswersBeforeTheBody() throws Exception {
        try (Socket socket = server.connect()) {
            send(socket, "POST /refused HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n");

            assertThat(head(socket)).startsWith("HTTP/1.1 401 ").contains("Connection: close");
        }
    }

    @Test
    void theConnectionStaysWhenASmallBodyWasRefused() throws Exception {
        try (Socket socket = server.connect()) {
            for (int i = 0; i < 3; i++) {
                send(socket, "POST /refused HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n");
                send(socket, "hello");

                assertThat(head(socket)).startsWith("HTTP/1.1 401 ").doesNotContain("Connection: close");
            }
        }
    }

    /** Clients that look at the answer only when they have sent everything get to see it. */
    @ParameterizedTest
    @ValueSource(strings = {"/refused", "/"})
    void takesTheRestOfARefusedBody(String path) throws Exception {
        int large = "/".equals(path) ? 5 * 1024 * 1024 : 3 * 1024 * 1024;
        try (Socket socket = server.connect()) {
            send(socket, "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + large + "\r\n\r\n");
            send(socket, "x".repeat(large));

            assertThat(head(socket)).startsWith("HTTP/1.1 4").contains("Connection: close");
        }
    }

    /** Whoever sends slowly keeps nobody waiting: more of them than there are places. */
    @Test
    void slowBodiesHoldNoPlace() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 64; i++) {
                Socket socket = server.connect();
                slow.add(socket);
                send(
                        socket,
                        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + (i % 2 == 0 ? 10 : 100_000) + "\r\n\r\nx");
            }

            assertThat(get(HttpClient.Version.HTTP_1_1).statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** No answer is lost, read or refused, by clients that keep their connections. */
    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void answersEverybody(HttpClient.Version version) {
        HttpClient client = server.client();
        Stream<CompletableFuture<HttpResponse<String>>> sent = IntStream.range(0, 2000)
                .mapToObj(i -> HttpRequest.newBuilder(server.uri().resolve(i % 3 == 0 ? "/refused" : "/"))
                        .version(version)
                        .method(i % 2 == 0 ? "POST" : "DELETE", BodyPublishers.ofString("x".repeat(i % 500)))
                        .build())
                .map(request -> client.sendAsync(request, BodyHandlers.ofString()));

        inGroups(sent.iterator())
                .forEach(answer -> assertThat(answer.statusCode()).isIn(200, 401));
    }

    @Test
    void answersWhatIsNoHttpAsAProblem() throws Exception {
        try (Socket socket = server.connect();
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
        try (SSLSocket socket = server.connect()) {
            socket.setEnabledProtocols(new String[] {"TLSv1.1"});

            assertThatThrownBy(socket::startHandshake).isInstanceOf(IOException.class);
        }
    }

    @Test
    void hasNoPlainHttp() throws Exception {
        URI plain = URI.create("http://127.0.0.1:" + server.port() + "/");
        HttpRequest request = HttpRequest.newBuilder(plain).build();

        assertThatThrownBy(() -> server.client().send(request, BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    /** Twenty at a time. */
    private static List<HttpResponse<String>> inGroups(Iterator<CompletableFuture<HttpResponse<String>>> sent) {
        List<HttpResponse<String>> answers = new ArrayList<>();
        while (sent.hasNext()) {
            List<CompletableFuture<HttpResponse<String>>> group = new ArrayList<>();
            while (sent.hasNext() && group.size() < 20) {
                group.add(sent.next());
            }
            group.forEach(each -> answers.add(each.join()));
        }
        return answers;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** The status line and the header fields; the body, of the length that they tell, is taken, too. */
    private static String head(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            assertThat(next).as(head.toString()).isNotNegative();
            head.append((char) next);
        }
        Matcher length = Pattern.compile("Content-Length: (\\d+)").matcher(head);
        assertThat(length.find()).isTrue();
        in.readNBytes(Integer.parseInt(length.group(1)));
        return head.toString();
    }

    private HttpResponse<String> get(HttpClient.Version version) throws Exception {
        return server.client()
                .send(HttpRequest.newBuilder(server.uri()).version(version).build(), BodyHandlers.ofString());
    }

    /** Refuses whatever is below /refused without a look at the body; otherwise reads it and answers with its length. */
    private static final class Refusing extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            if (Request.getPathInContext(request).startsWith("/refused")) {
                response.setStatus(401);
                Content.Sink.write(response, true, "no", callback);
                return true;
            }
            try {
                int length = Content.Source.asByteBuffer(request).remaining();
                response.getHeaders().put("Content-Type", "text/plain");
                Content.Sink.write(response, true, Integer.toString(length), callback);
            } catch (IOException cut) {
                callback.failed(cut);
            }
            return true;
        }
    }
}
