package dev.npanel.dns.record;

import dev.npanel.api.value.Text;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Character strings of master files (RFC 1035 section 5.1): bytes, written in ASCII with {@code \DDD} for all others. */
final class CharacterStrings {
    /** The most bytes of one string on the wire. */
    private static final int MAX_STRING = 255;

    private CharacterStrings() {}

    /** The content of a TXT record: strings, when it begins with a quote, otherwise one text that means itself. */
    static String canonical(String content) {
        List<byte[]> strings =
                content.startsWith("\"") ? read(content) : List.of(content.getBytes(StandardCharsets.UTF_8));
        List<String> written = new ArrayList<>();
        for (byte[] string : strings) {
            int from = 0;
            do {
                written.add(quoted(Arrays.copyOfRange(string, from, Math.min(string.length, from + MAX_STRING))));
                from += MAX_STRING;
            } while (from < string.length);
        }
        return String.join(" ", written);
    }

    /** The same content in ASCII: every other character as the {@code \DDD} of its bytes in UTF-8. */
    static String ascii(String content) {
        StringBuilder ascii = new StringBuilder();
        boolean escaped = false;
        for (byte each : content.getBytes(StandardCharsets.UTF_8)) {
            if (each >= 0) {
                ascii.append((char) each);
                escaped = each == '\\' && !escaped;
            } else {
                // an escaped character keeps its backslash and becomes a number
                ascii.append(escaped ? decimal(each) : "\\" + decimal(each));
                escaped = false;
            }
        }
        return ascii.toString();
    }

    /** Whether a comment begins somewhere in the content, after which a parser of master files reads nothing. */
    static boolean hasComment(String content) {
        boolean quoted = false;
        for (int at = 0; at < content.length(); at++) {
            char each = content.charAt(at);
            if (each == ';' && !quoted) {
                return true;
            } else if (each == '\\') {
                at++;
            } else if (each == '"') {
                quoted = !quoted;
            }
        }
        return false;
    }

    private static List<byte[]> read(String content) {
        List<byte[]> strings = new ArrayList<>();
        byte[] text = content.getBytes(StandardCharsets.UTF_8);
        int at = 0;
        while (at < text.length) {
            if (text[at] == ' ') {
                at++;
            } else {
                ByteArrayOutputStream string = new ByteArrayOutputStream();
                at = read(text, at, string);
                strings.add(string.toByteArray());
            }
        }
        return strings;
    }

    /** Reads one string, quoted or a word; the place after it. */
    private static int read(byte[] text, int from, ByteArrayOutputStream string) {
        boolean quoted = text[from] == '"';
        int at = quoted ? from + 1 : from;
        while (at < text.length) {
            byte each = text[at];
            if (quoted ? each == '"' : each == ' ') {
                return at + 1;
            } else if (each == '"') {
                throw Text.refuse("must not have a quote inside a word; write \\\"");
            } else if (each == '\\') {
                at = escape(text, at + 1, string);
            } else {
                string.write(each);
                at++;
            }
        }
        if (quoted) {
            throw Text.refuse("must have a closing quote for every opening one");
        }
        return at;
    }

    private static int escape(byte[] text, int at, ByteArrayOutputStream string) {
        if (at < text.length && !digit(text, at)) {
            string.write(text[at]);
            return at + 1;
        }
        if (!digit(text, at) || !digit(text, at + 1) || !digit(text, at + 2)) {
            throw Text.refuse("must have a character or three digits after a backslash");
        }
        int value = (text[at] - '0') * 100 + (text[at + 1] - '0') * 10 + text[at + 2] - '0';
        if (value > 0xff) {
            throw Text.refuse("must have 000 to 255 after a backslash");
        }
        string.write(value);
        return at + 3;
    }

    private static boolean digit(byte[] text, int at) {
        return at < text.length && text[at] >= '0' && text[at] <= '9';
    }

    private static String quoted(byte[] string) {
        StringBuilder quoted = new StringBuilder("\"");
        for (byte each : string) {
            if (each == '"' || each == '\\') {
                quoted.append('\\').append((char) each);
            } else if (each < 0x20 || each == 0x7f) {
                quoted.append('\\').append(decimal(each));
            } else {
                quoted.append((char) each);
            }
        }
        return quoted.append('"').toString();
    }

    private static String decimal(byte value) {
        return String.format(Locale.ROOT, "%03d", value & 0xff);
    }
}
