package dev.npanel.api.value;

import java.net.IDN;
import java.util.Locale;

/**
 * A fully qualified domain name of at least two labels, as ASCII in lower case and without the final dot (RFC 1123, RFC
 * 5890). Unicode is taken and turned into its A-labels; text that IDNA would silently turn into another name (full-width
 * forms, {@code ß}) is refused, so that what the user saw is what exists.
 */
public record DomainName(String text) implements TextValue, Comparable<DomainName> {
    private static final int MAX_LENGTH = 253;
    private static final String ENCODED = "xn--";
    private static final int MAX_LABEL = 63;

    public DomainName {
        text = ascii(text);
        if (!isOfLabels(text) || isNumeric(text, text.lastIndexOf('.') + 1)) {
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
        if (isOfLabels(given) && !given.contains(ENCODED)) {
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

    /** Two labels or more of lower-case letters, digits, and hyphens between them. By hand: lists make and read thousands of names. */
    private static boolean isOfLabels(String text) {
        int start = 0;
        int labels = 0;
        for (int dot = text.indexOf('.'); start <= text.length(); dot = text.indexOf('.', start)) {
            int end = dot < 0 ? text.length() : dot;
            if (!isLabel(text, start, end)) {
                return false;
            }
            labels++;
            start = end + 1;
        }
        return labels >= 2 && text.length() <= MAX_LENGTH;
    }

    private static boolean isLabel(String text, int start, int end) {
        if (end == start || end - start > MAX_LABEL || text.charAt(start) == '-' || text.charAt(end - 1) == '-') {
            return false;
        }
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumeric(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static RuntimeException refuse() {
        return Text.refuse("must be a domain name of two or more labels, such as example.com");
    }
}
