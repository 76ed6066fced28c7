package dev.npanel.web.site;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.Text;
import dev.npanel.api.value.TextValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A server behind a proxy: {@code http://127.0.0.1:3000}, {@code https://[2001:db8::1]:8443/app} or a socket in the account's home
 * directory, {@code unix:app/run.sock}. Hosts are addresses: a name that cannot be resolved would keep the web server from starting.
 */
public record Upstream(String text) implements TextValue {
    private static final int MAX_LENGTH = 255;
    private static final int MAX_PORT = 65_535;
    private static final int UNPRIVILEGED = 1024;
    private static final String SOCKET = "unix:";
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]*)*");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");

    public Upstream {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            throw refuse();
        }
        text = text.startsWith(SOCKET) ? SOCKET + new HomePath(text.substring(SOCKET.length())) : url(text);
    }

    /** Whether it is a socket file, and not a URL. */
    public boolean isSocket() {
        return text.startsWith(SOCKET);
    }

    /** The file of a socket. */
    public HomePath socket() {
        return new HomePath(text.substring(SOCKET.length()));
    }

    /** Whether it is on this host and what an account's own program may listen on: a socket, or a port of 1024 and above. */
    public boolean isOfTenants() {
        if (isSocket()) {
            return true;
        }
        URI url = URI.create(text);
        return LOOPBACK.contains(url.getHost()) && url.getPort() >= UNPRIVILEGED;
    }

    /** The port of a URL, or -1 for a socket. */
    public int port() {
        if (isSocket()) {
            return -1;
        }
        URI url = URI.create(text);
        return url.getPort() >= 0 ? url.getPort() : url.getScheme().equals("https") ? 443 : 80;
    }

    @Override
    public String toString() {
        return text;
    }

    /** Taken apart and put together again: what is not looked at here is not in it. */
    private static String url(String given) {
        URI url;
        try {
            url = new URI(given);
        } catch (URISyntaxException notOne) {
            throw refuse();
        }
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        String path = String.valueOf(url.getRawPath());
        boolean plain = url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null;
        if (!Set.of("http", "https").contains(scheme)
                || !isAddress(host)
                || !plain
                || url.getPort() == 0
                || url.getPort() > MAX_PORT
                || !PATH.matcher(path).matches()
                || path.contains("/..")) {
            throw refuse();
        }
        return scheme + "://" + host + (url.getPort() < 0 ? "" : ":" + url.getPort()) + path;
    }

    /** As it stands in a URL: IPv6 in brackets. */
    private static boolean isAddress(String host) {
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        try {
            return new IpAddress(bracketed ? host.substring(1, host.length() - 1) : host).bits() > 0;
        } catch (ProblemException aName) {
            return false;
        }
    }

    private static RuntimeException refuse() {
        return Text.refuse(
                "must be http:// or https:// with an IP address, or unix: with a path in the home directory");
    }
}
