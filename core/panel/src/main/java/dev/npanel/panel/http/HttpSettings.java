package dev.npanel.panel.http;

import dev.npanel.panel.limit.WholeNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;

/**
 * Where and with what to listen, from framework properties.
 *
 * @param host {@code npanel.http.host}: an address; null for all, IPv4 and IPv6
 * @param port {@code npanel.http.port}
 * @param keystore {@code npanel.tls.keystore}: PKCS #12, the certificate chain and its key
 * @param passwordFile {@code npanel.tls.password.file}: the keystore's password in its first line
 * @param connectionsPerAddress {@code npanel.http.connections-per-address}: see {@link AddressLimit}; to be raised where a proxy
 *     stands in front
 */
record HttpSettings(@Nullable String host, int port, Path keystore, Path passwordFile, int connectionsPerAddress) {
    private static final int PORT = 8443;
    private static final int MOST_PORT = 65_535;
    private static final int CONNECTIONS_PER_ADDRESS = 256;

    static HttpSettings of(BundleContext context) {
        return new HttpSettings(
                context.getProperty("npanel.http.host"),
                WholeNumber.of(context, "npanel.http.port", PORT, 0, MOST_PORT),
                Path.of(property(context, "npanel.tls.keystore", "/etc/npanel/tls/panel.p12")),
                Path.of(property(context, "npanel.tls.password.file", "/etc/npanel/tls/panel.p12.password")),
                WholeNumber.of(
                        context,
                        "npanel.http.connections-per-address",
                        CONNECTIONS_PER_ADDRESS,
                        1,
                        HttpsServer.CONNECTIONS));
    }

    String password() {
        try {
            return Files.readString(passwordFile).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + passwordFile, unreadable);
        }
    }

    private static String property(BundleContext context, String name, String otherwise) {
        return Optional.ofNullable(context.getProperty(name)).orElse(otherwise).strip();
    }
}
