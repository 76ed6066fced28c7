package dev.npanel.ssl.panel.outside;

import dev.npanel.api.value.DomainName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which certificate this host serves for a name: by the loopback or else by an address of its own, since a name may lead elsewhere yet.
 * Thread-safe. */
@Component(service = TlsLook.class)
public final class TlsLook {
    private static final int HTTPS = 443;
    private static final int PATIENCE = 3_000;

    private final Reach reach;
    private final int port;

    @Activate
    public TlsLook(@Reference Reach reach) {
        this(reach, HTTPS);
    }

    /** @param port where the host serves */
    public TlsLook(Reach reach, int port) {
        this.reach = reach;
        this.port = port;
    }

    /** SHA-256 of the certificate that is served for the name, hexadecimal; empty when nothing answers. */
    public Optional<String> served(DomainName name) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        return Stream.concat(
                        Stream.of(loopback),
                        reach.own().stream().filter(each -> !each.isLoopbackAddress() && !each.isLinkLocalAddress()))
                .flatMap(address -> served(address, name).stream())
                .findFirst();
    }

    private Optional<String> served(InetAddress address, DomainName name) {
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address, port), PATIENCE);
            plain.setSoTimeout(PATIENCE);
            try (SSLSocket socket =
                    (SSLSocket) looking().getSocketFactory().createSocket(plain, name.text(), port, true)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setServerNames(List.of(new SNIHostName(name.text())));
                socket.setSSLParameters(parameters);
                socket.startHandshake();
                byte[] encoded = socket.getSession().getPeerCertificates()[0].getEncoded();
                return Optional.of(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(encoded)));
            }
        } catch (IOException | GeneralSecurityException notServed) {
            return Optional.empty();
        }
    }

    /** Nothing is said over these connections, and nothing believed: the certificate is only looked at. */
    private static SSLContext looking() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Looking()}, null);
        return context;
    }

    private static final class Looking extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
