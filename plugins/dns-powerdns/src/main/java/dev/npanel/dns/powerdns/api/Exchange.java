package dev.npanel.dns.powerdns.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.http.protocol.DefaultHttpProcessor;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.RequestContent;
import org.apache.hc.core5.http.protocol.RequestTargetHost;

/** One request and its answer, on a connection of their own: PowerDNS 4.7.3 closes each after its answer anyway. */
final class Exchange {
    private static final int CONNECT_MILLIS = 1000;
    private static final int MAX_BODY = 64 << 20;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final String API = "/api/v1/servers/localhost";
    private static final Http1Config LIMITS =
            Http1Config.custom().setMaxLineLength(8192).setMaxHeaderCount(100).build();
    private static final HttpProcessor STANDARD_FIELDS =
            new DefaultHttpProcessor(RequestTargetHost.INSTANCE, RequestContent.INSTANCE);

    private final PdnsSettings settings;
    private final String method;
    private final String path;
    private final byte[] body;

    Exchange(PdnsSettings settings, String method, String path, byte[] body) {
        this.settings = settings;
        this.method = method;
        this.path = path;
        this.body = body;
    }

    /**
     * Asks and waits.
     *
     * @throws SocketTimeoutException when the whole answer is not there at the deadline
     * @throws IOException when there is none, or one that is longer than PowerDNS' answers are
     */
    Answer run(ScheduledExecutorService clock, Duration patience) throws IOException {
        try (Socket plain = new Socket();
                Deadline deadline = new Deadline(clock, patience, plain)) {
            try {
                return ask(connected(plain));
            } catch (IOException failed) {
                throw deadline.hasPassed() ? new SocketTimeoutException("no answer") : failed;
            }
        }
    }

    private Answer ask(Socket connected) throws IOException {
        HttpRequestExecutor executor = new HttpRequestExecutor();
        HttpCoreContext context = HttpCoreContext.create();
        ClassicHttpRequest request = request();
        try (DefaultBHttpClientConnection connection = new DefaultBHttpClientConnection(LIMITS)) {
            connection.bind(connected);
            executor.preProcess(request, STANDARD_FIELDS, context);
            try (ClassicHttpResponse response = executor.execute(request, connection, context)) {
                return answer(response);
            }
        } catch (HttpException rubbish) {
            throw new IOException("no answer of HTTP", rubbish);
        }
    }

    private ClassicHttpRequest request() {
        return ClassicRequestBuilder.create(method)
                .setUri(settings.base().resolve(API + path))
                .addHeader("X-API-Key", settings.key().reveal())
                .addHeader(HttpHeaders.CONNECTION, "close")
                .setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON))
                .build();
    }

    private static Answer answer(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new Answer(response.getCode(), "", "");
        }
        try (InputStream in = entity.getContent()) {
            byte[] content = in.readNBytes(MAX_BODY + 1);
            if (content.length > MAX_BODY) {
                throw new IOException("an answer of more than 64 MiB");
            }
            String type = entity.getContentType() == null ? "" : entity.getContentType();
            return new Answer(response.getCode(), type, new String(content, StandardCharsets.UTF_8));
        }
    }

    private Socket connected(Socket plain) throws IOException {
        URI base = settings.base();
        int usual = settings.isSecure() ? HTTPS : HTTP;
        plain.setTcpNoDelay(true);
        plain.setSoTimeout(CONNECT_MILLIS);
        plain.connect(
                new InetSocketAddress(
                        InetAddress.getByName(base.getHost()), base.getPort() < 0 ? usual : base.getPort()),
                CONNECT_MILLIS);
        Socket socket = settings.isSecure() ? secure(plain) : plain;
        socket.setSoTimeout(0); // from here on the deadline rules
        return socket;
    }

    /** The connection in TLS, to whom its certificate names as the host. */
    private Socket secure(Socket plain) throws IOException {
        URI base = settings.base();
        SSLSocket socket = (SSLSocket) factory().createSocket(plain, base.getHost(), plain.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static SSLSocketFactory factory() throws IOException {
        try {
            return SSLContext.getDefault().getSocketFactory();
        } catch (NoSuchAlgorithmException withoutTls) {
            throw new IOException(withoutTls);
        }
    }
}
