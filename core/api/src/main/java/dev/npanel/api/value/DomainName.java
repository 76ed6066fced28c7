package dev.npanel.api.value;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A fully qualified domain name of at least two labels, as ASCII in lower case and without the final dot (RFC 1123, RFC
 * 5890). Unicode is taken and turned into its A-labels; text that IDNA would silently turn into another name (full-width
 * forms, {@code ß}) is refused, so that what the user saw is what exists.
 */
public record DomainName(String text) implements TextValue, Comparable<DomainName> {
    private static final int MAX_LENGTH = 253;
    private static final String ENCODED = "xn--";
    private static final Pattern LABELS =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern NUMERIC_END = Pattern.compile(".*\\.[0-9]+");

    public DomainName {
        text = ascii(text);
        if (text.length() > MAX_LENGTH
                || !LABELS.matcher(text).matches()
                || NUMERIC_END.matcher(text).matches()) {
            throw refuse();
        }
    }

    /** The name as people read it, with U-labels where there are any. */
    public String unicode() {
        return IDN.toUnicode(text);
    }

    /** Whether this name is {@code other} or lies below it. */
    public boolean isWithin(DomainName other) {
        return text.equals(other.text) || text.endsWith("." + other.text);
    }

    @Override
    public int compareTo(DomainName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }

    private static String ascii(String given) {
        if (given.length() <= MAX_LENGTH && LABELS.matcher(given).matches() && !given.contains(ENCODED)) {
            return given; // IDNA has nothing to say about it
        }
        if (given.isEmpty() || given.length() > MAX_LENGTH + 1) {
            throw refuse();
        }
        String name = (given.endsWith(".") ? given.substring(0, given.length() - 1) : given).toLowerCase(Locale.ROOT);
        try {
            String ascii = IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES);
            String seen = name.contains(ENCODED) ? IDN.toASCII(IDN.toUnicode(ascii)) : IDN.toUnicode(ascii);
            if (!seen.equals(name)) {
                throw refuse();
            }
            return ascii;
        } catch (IllegalArgumentException notIdna) {
            throw refuse();
        }
    }

    private static RuntimeException refuse() {
        return Text.refuse("must be a domain name of two or more labels, such as example.com");
    }
}
