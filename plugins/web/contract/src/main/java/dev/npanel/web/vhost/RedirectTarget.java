package dev.npanel.web.vhost;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.Text;
import dev.npanel.api.value.TextValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where a redirect leads: an {@code http} or {@code https} URL without user information, or a path of the same host. */
public record RedirectTarget(String text) implements TextValue {
    private static final int MAX_LENGTH = 1024;
    private static final int MAX_PORT = 65_535;
    private static final Pattern SCHEME = Pattern.compile("https?");
    /** What RFC 3986 allows, percent-encoded but for {@code $}, which web servers take for a variable. */
    private static final Pattern REST = Pattern.compile("(/([A-Za-z0-9._~!&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?");

    public RedirectTarget {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            throw refuse();
        }
        text = text.startsWith("/") ? path(text) : url(text);
    }

    @Override
    public String toString() {
        return text;
    }

    private static String path(String given) {
        if (given.startsWith("//") || !REST.matcher(given).matches()) {
            throw refuse();
        }
        return given;
    }

    private static String url(String given) {
        try {
            URI url = new URI(given);
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            String rest = String.valueOf(url.getRawPath()) + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
            if (!SCHEME.matcher(scheme).matches()
                    || url.getHost() == null
                    || url.getRawUserInfo() != null
                    || url.getRawFragment() != null
                    || url.getPort() == 0
                    || url.getPort() > MAX_PORT
                    || !REST.matcher(rest).matches()) {
                throw refuse();
            }
            String port = url.getPort() < 0 ? "" : ":" + url.getPort();
            return scheme + "://" + new DomainName(url.getHost()) + port + rest;
        } catch (URISyntaxException | ProblemException notOne) {
            throw refuse();
        }
    }

    private static RuntimeException refuse() {
        return Text.refuse(
                "must be a path or a URL with http or https and a domain name, without user, fragment and $");
    }
}
