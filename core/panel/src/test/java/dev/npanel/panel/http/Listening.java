package dev.npanel.panel.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import javax.net.ssl.SSLSocket;
import org.eclipse.jetty.server.Handler;

/** The web server on a free port of the loopback, and clients that trust its certificate. */
public final class Listening {
    private final Certificate certificate;
    private final HttpsServer server;

    /** @param folder gets the certificate */
    public Listening(Path folder, int connectionsPerAddress, Handler api) throws Exception {
        certificate = Certificate.in(folder);
        server = new HttpsServer(
                new HttpSettings(
                        "127.0.0.1", 0, certificate.keystore(), certificate.passwordFile(), connectionsPerAddress),
                api);
    }

    int port() {
        return server.port();
    }

    public URI uri() {
        return URI.create("https://localhost:" + port() + "/");
    }

    HttpClient client() {
        return HttpClient.newBuilder().sslContext(certificate.trusting()).build();
    }

    /** A connection, before its handshake. */
    SSLSocket connect() throws IOException {
        return connectFrom(1);
    }

    /** @param last the last number of the client's address, 127.0.0.x */
    SSLSocket connectFrom(int last) throws IOException {
        InetAddress from = InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
        return (SSLSocket) certificate
                .trusting()
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), port(), from, 0);
    }

    public void close() throws Exception {
        server.close();
    }
}
