package dev.npanel.web.vhost;

import dev.npanel.api.value.Text;
import dev.npanel.api.value.TextValue;
import java.util.regex.Pattern;

/** The path of a URL as it is compared with requests: decoded, of characters that mean nothing else to a web server. */
public record UrlPath(String text) implements TextValue, Comparable<UrlPath> {
    private static final int MAX_LENGTH = 255;
    private static final Pattern SYNTAX = Pattern.compile("/[A-Za-z0-9._~/@:+,=-]*");

    public UrlPath {
        if (text.length() > MAX_LENGTH
                || !SYNTAX.matcher(text).matches()
                || text.contains("//")
                || text.contains("/.")) {
            throw Text.refuse(
                    "must be a path such as /shop, of letters, digits and ._~/@:+,=- without empty parts, and none that"
                            + " begins with a dot");
        }
    }

    @Override
    public int compareTo(UrlPath other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
