package dev.npanel.dns.powerdns.carry;

import dev.npanel.api.value.AbsolutePath;
import dev.npanel.dns.backend.server.Away;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where PowerDNS answers on this host.
 *
 * @param port when it serves: {@code NPANEL_PDNS_PORT}, or 53
 * @param listening the file that says another port while it waits
 */
public record Doors(int port, Path listening) {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final Pattern PORT = Pattern.compile("(?m)^local-port=(\\d{1,5})$");

    /** As this environment says. */
    public static Doors of(Map<String, String> environment, AbsolutePath listening) {
        String port = environment.getOrDefault("NPANEL_PDNS_PORT", "53");
        return new Doors(port.matches("\\d{1,5}") ? Integer.parseInt(port) : 53, Path.of(listening.text()));
    }

    /** The one that is open now. */
    InetSocketAddress open() {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), now());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private int now() {
        try {
            Matcher said = PORT.matcher(Files.readString(listening, StandardCharsets.US_ASCII));
            return said.find() ? Integer.parseInt(said.group(1)) : port;
        } catch (NoSuchFileException none) {
            return port;
        } catch (IOException unreadable) {
            throw Away.because(unreadable);
        }
    }
}
