package dev.npanel.dns.bind.wire;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where named is and what opens its doors.
 *
 * @param dns where it answers queries, on this machine
 * @param control where its control channel is, on this machine
 * @param keyFile with the key of both, as named reads it
 * @param zones the directory of the zones' folders, which named may write in
 */
public record BindSettings(InetSocketAddress dns, InetSocketAddress control, Path keyFile, Path zones) {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int MAX_PORT = 65_535;
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9/._-]+");

    /**
     * From {@code NPANEL_BIND_PORT}, {@code NPANEL_BIND_CONTROL_PORT}, {@code NPANEL_BIND_KEY_FILE} and {@code
     * NPANEL_BIND_ZONES}; each has a default.
     *
     * @throws IllegalArgumentException when one of them is wrong
     */
    public static BindSettings of(Map<String, String> environment) {
        return new BindSettings(
                address(environment, "NPANEL_BIND_PORT", "53"),
                address(environment, "NPANEL_BIND_CONTROL_PORT", "953"),
                path(environment, "NPANEL_BIND_KEY_FILE", "/etc/bind/npanel.key"),
                path(environment, "NPANEL_BIND_ZONES", "/var/lib/bind/npanel"));
    }

    private static InetSocketAddress address(Map<String, String> environment, String name, String standard) {
        try {
            int port = Integer.parseInt(environment.getOrDefault(name, standard));
            if (port >= 1 && port <= MAX_PORT) {
                return new InetSocketAddress(loopback(), port);
            }
        } catch (NumberFormatException wrong) {
            // said below
        }
        throw new IllegalArgumentException(name + " must be a port");
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(LOOPBACK);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Paths stand in named's configuration: nothing in them may mean anything there. */
    private static Path path(Map<String, String> environment, String name, String standard) {
        String path = environment.getOrDefault(name, standard);
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(name + " must be an absolute path of letters, digits and /._-");
        }
        return Path.of(path).normalize();
    }
}
