package dev.npanel.panel.http;

import java.time.Duration;
import java.util.Comparator;
import org.eclipse.jetty.alpn.java.server.JDK9ServerALPNProcessor;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.http2.hpack.HpackEncoder;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Makes the one connector: TLS 1.2 and 1.3, then HTTP/2 or HTTP/1.1 as the client prefers. */
final class Listener {
    private static final int ACCEPTORS = 1;
    private static final int SELECTORS = 1;
    private static final int BACKLOG = 256;
    private static final int HEADER_BYTES = 8 * 1024;
    private static final int STREAMS = 64;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private Listener() {}

    /** To be called before anything else of Jetty: teaches its constant header fields the encoding of HTTP/2. */
    static void learnHttp2() {
        Providers.seenFrom(HpackEncoder.class, () -> new PreEncodedHttpField(HttpHeader.HOST, "initialises the class"));
    }

    static ServerConnector on(Server server, HttpSettings settings) {
        HttpConfiguration http = http();
        HTTP2ServerConnectionFactory http2 = new HTTP2ServerConnectionFactory(http);
        http2.setMaxConcurrentStreams(STREAMS);
        ALPNServerConnectionFactory alpn = alpn();
        SslConnectionFactory tls = new SslConnectionFactory(tls(settings), alpn.getProtocol());
        HttpConnectionFactory http1 = new HttpConnectionFactory(http);
        ServerConnector connector = new ServerConnector(server, ACCEPTORS, SELECTORS, tls, alpn, http2, http1);
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setAcceptQueueSize(BACKLOG);
        connector.setIdleTimeout(IDLE.toMillis());
        connector.addEventListener(new AddressLimit(settings.connectionsPerAddress()));
        return connector;
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        // the name in the request is not asked for: certificate and host name are the administrator's business
        http.addCustomizer(new SecureRequestCustomizer(false));
        http.addCustomizer(new SecurityHeaders());
        return http;
    }

    private static ALPNServerConnectionFactory alpn() {
        ALPNServerConnectionFactory alpn =
                Providers.seenFrom(JDK9ServerALPNProcessor.class, () -> new ALPNServerConnectionFactory());
        alpn.setDefaultProtocol(HttpVersion.HTTP_1_1.asString());
        return alpn;
    }

    private static SslContextFactory.Server tls(HttpSettings settings) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStoreType("PKCS12");
        tls.setKeyStorePath(settings.keystore().toUri().toString());
        tls.setKeyStorePassword(settings.password());
        tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        // the JVM's first compiler, the only one in use, knows no AES instructions: in Java alone ChaCha20 is the fast
        // one
        tls.setCipherComparator(Comparator.comparing(suite -> !suite.contains("CHACHA20")));
        return tls;
    }
}
