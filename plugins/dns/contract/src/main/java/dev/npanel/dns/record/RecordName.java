package dev.npanel.dns.record;

import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.Text;
import dev.npanel.api.value.TextValue;
import java.net.IDN;
import java.util.Locale;

/**
 * The owner name of a record, absolute, in lower case, without the final dot: a host name that may begin with {@code *} and
 * have labels with underscores (RFC 8552), slashes (RFC 2317) or plus signs. Unicode labels become A-labels.
 */
public record RecordName(String text) implements TextValue, Comparable<RecordName> {
    private static final int MAX_LENGTH = 253;
    private static final int MAX_LABEL = 63;
    private static final String WILDCARD = "*.";

    public RecordName {
        text = ascii(text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
        if (text.length() > MAX_LENGTH || !isName(text)) {
            throw refuse();
        }
    }

    /** The apex of a zone. */
    public static RecordName apex(DomainName zone) {
        return new RecordName(zone.text());
    }

    /**
     * What a person means by {@code given} in a zone: {@code @} is the apex; a name with a final dot, or one that is the zone
     * or ends in it, is absolute; every other is relative to the zone.
     */
    public static RecordName in(DomainName zone, String given) {
        if (given.equals("@")) {
            return apex(zone);
        }
        String ascii = ascii(given);
        return ascii.endsWith(".") || isWithin(ascii, zone)
                ? new RecordName(ascii)
                : new RecordName(ascii + "." + zone);
    }

    /** Whether this name is the zone's or lies below it. */
    public boolean isWithin(DomainName zone) {
        return isWithin(text, zone);
    }

    /** Whether this name lies below {@code other}. */
    public boolean isBelow(RecordName other) {
        return text.endsWith("." + other.text);
    }

    /** The name as master files and daemons have it: with the final dot. */
    public String absolute() {
        return text + ".";
    }

    /** The name as people read it, with U-labels where there are any. */
    public String unicode() {
        return text.contains("xn--") ? IDN.toUnicode(text) : text;
    }

    @Override
    public int compareTo(RecordName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean isWithin(String name, DomainName zone) {
        return name.equals(zone.text()) || name.endsWith("." + zone.text());
    }

    /** In lower case, with A-labels for U-labels; nothing else is checked. */
    static String ascii(String given) {
        if (given.length() > MAX_LENGTH + 1) {
            throw refuse();
        }
        String lower = given.toLowerCase(Locale.ROOT);
        if (isAscii(lower)) {
            return lower;
        }
        try {
            String ascii = IDN.toASCII(lower);
            if (!IDN.toUnicode(ascii).equals(lower)) {
                throw refuse();
            }
            return ascii.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notIdna) {
            throw refuse();
        }
    }

    private static boolean isAscii(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** By hand, since a large zone has many names and each is looked at on both sides of the wall. */
    private static boolean isName(String text) {
        int start = text.startsWith(WILDCARD) ? WILDCARD.length() : 0;
        for (int end = text.indexOf('.', start); end >= 0; end = text.indexOf('.', start)) {
            if (!isLabel(text, start, end)) {
                return false;
            }
            start = end + 1;
        }
        return isLabel(text, start, text.length());
    }

    private static boolean isLabel(String text, int start, int end) {
        if (end == start || end - start > MAX_LABEL || !isWord(text.charAt(start)) || !isWord(text.charAt(end - 1))) {
            return false;
        }
        for (int at = start; at < end; at++) {
            char each = text.charAt(at);
            if (!isWord(each) && each != '-' && each != '+' && each != '/') {
                return false;
            }
        }
        return true;
    }

    private static boolean isWord(char each) {
        return (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9') || each == '_';
    }

    private static RuntimeException refuse() {
        return Text.refuse("must be a domain name; its first label may be *");
    }
}
