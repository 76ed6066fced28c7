package dev.npanel.dns.record;

import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.Text;
import dev.npanel.api.value.TextValue;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The owner name of a record, absolute, in lower case, without the final dot: a host name that may begin with {@code *} and
 * have labels with underscores (RFC 8552), slashes (RFC 2317) or plus signs. Unicode labels become A-labels.
 */
public record RecordName(String text) implements TextValue, Comparable<RecordName> {
    private static final int MAX_LENGTH = 253;
    private static final Pattern SYNTAX = Pattern.compile(
            "(\\*\\.)?([a-z0-9_]([a-z0-9_+/-]{0,61}[a-z0-9_])?\\.)*[a-z0-9_]([a-z0-9_+/-]{0,61}[a-z0-9_])?");

    public RecordName {
        text = ascii(text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
        if (text.length() > MAX_LENGTH || !SYNTAX.matcher(text).matches()) {
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
        return IDN.toUnicode(text);
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
        if (lower.chars().allMatch(c -> c < 0x80)) {
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

    private static RuntimeException refuse() {
        return Text.refuse("must be a domain name; its first label may be *");
    }
}
