package dev.npanel.panel.http;

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
 * @param http2 {@code npanel.http2}: whether HTTP/2 is offered beside HTTP/1.1; off unless it says {@code true}, because answers
 *     were seen to get lost on busy machines with the JDK's client
 */
record HttpSettings(@Nullable String host, int port, Path keystore, Path passwordFile, boolean http2) {
    private static final String PORT = "8443";

    static HttpSettings of(BundleContext context) {
        return new HttpSettings(
                context.getProperty("npanel.http.host"),
                Integer.parseInt(property(context, "npanel.http.port", PORT)),
                Path.of(property(context, "npanel.tls.keystore", "/etc/npanel/tls/panel.p12")),
                Path.of(property(context, "npanel.tls.password.file", "/etc/npanel/tls/panel.p12.password")),
                Boolean.parseBoolean(property(context, "npanel.http2", "false")));
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
