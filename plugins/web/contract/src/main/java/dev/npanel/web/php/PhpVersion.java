package dev.npanel.web.php;

import dev.npanel.api.value.Text;
import dev.npanel.api.value.TextValue;
import java.util.Comparator;
import java.util.regex.Pattern;

/** A version of PHP as Debian names it: {@code 8.2}. */
public record PhpVersion(String text) implements TextValue, Comparable<PhpVersion> {
    private static final Pattern SYNTAX = Pattern.compile("[5-9]\\.[0-9]");

    public PhpVersion {
        if (!SYNTAX.matcher(text).matches()) {
            throw Text.refuse("must be a version of PHP, such as 8.2");
        }
    }

    @Override
    public int compareTo(PhpVersion other) {
        return Comparator.<String>naturalOrder().compare(text, other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
