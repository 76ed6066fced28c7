package dev.npanel.dns.panel.masterfile;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * Words beyond ASCII outside of quotes: names in Unicode, which become A-labels. Master files know nothing of them, people
 * write them all the same.
 */
final class UnicodeWords {
    private UnicodeWords() {}

    static String ascii(String entry) {
        if (entry.chars().allMatch(each -> each < 0x80)) {
            return entry;
        }
        boolean text = false;
        StringJoiner words = new StringJoiner(" ");
        for (String word : entry.split("[ \t]", -1)) {
            text = text || word.equalsIgnoreCase("TXT");
            words.add(word.chars().allMatch(each -> each < 0x80) ? word : text ? escaped(word) : name(word));
        }
        return words.toString();
    }

    private static String name(String word) {
        try {
            String lower = word.toLowerCase(Locale.ROOT);
            String ascii = IDN.toASCII(lower);
            // what IDNA would turn into another name is left to be refused
            return IDN.toUnicode(ascii).equals(lower) ? ascii : escaped(word);
        } catch (IllegalArgumentException notIdna) {
            return escaped(word);
        }
    }

    private static String escaped(String word) {
        StringBuilder escaped = new StringBuilder();
        for (byte each : word.getBytes(StandardCharsets.UTF_8)) {
            escaped.append(each >= 0 ? Character.toString(each) : String.format(Locale.ROOT, "\\%03d", each & 0xff));
        }
        return escaped.toString();
    }
}
