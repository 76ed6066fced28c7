package dev.npanel.dns.panel.masterfile;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Cuts a master file into its entries (RFC 1035 section 5.1), so that one that cannot be read does not hide those behind it.
 * Knows quotes, escapes, comments and parentheses, and nothing of records. Not thread-safe.
 */
final class EntryReader {
    /** The longest text record, when each of its bytes is escaped, and room for its owner. */
    private static final int MAX_ENTRY = 270_000;

    private static final int MAX_STRING = 255;
    private static final int LOOK_BACK = 200;
    private static final String TXT = "TXT";
    private static final String UNCLOSED_QUOTE = "must have a closing quote on the line of the opening one";

    private final String file;
    private int at;
    private int line = 1;

    private StringBuilder text = new StringBuilder();
    private boolean quoted;
    private boolean inText;
    private int depth;
    private int stringLength;
    private String refusal = "";

    EntryReader(String file) {
        this.file = file;
        this.at = file.startsWith("\ufeff") ? 1 : 0;
    }

    boolean hasNext() {
        return at < file.length();
    }

    Entry next() {
        int first = line;
        text = new StringBuilder();
        refusal = "";
        quoted = false;
        inText = false;
        depth = 0;
        boolean open = true;
        while (open && at < file.length()) {
            open = take(file.codePointAt(at));
        }
        if (quoted) {
            refuse(UNCLOSED_QUOTE);
        } else if (depth > 0) {
            refuse("must have a closing parenthesis for every opening one");
        }
        return new Entry(first, refusal.isEmpty() ? UnicodeWords.ascii(text.toString()) : "", refusal);
    }

    /** Takes one character; whether the entry goes on. */
    private boolean take(int point) {
        at += Character.charCount(point);
        if (point == '\n' || point == '\r') {
            return newLine(point);
        } else if (quoted) {
            takeQuoted(point);
        } else if (point == ';') {
            at = endOfLine();
        } else if (point == '\\') {
            takeEscape();
        } else {
            takePlain(point);
        }
        return true;
    }

    private boolean newLine(int point) {
        if (point == '\r' && at < file.length() && file.charAt(at) == '\n') {
            at++;
        }
        line++;
        append(" ");
        if (quoted) {
            refuse(UNCLOSED_QUOTE);
        }
        return depth > 0 && !quoted;
    }

    private void takePlain(int point) {
        switch (point) {
            case '"' -> {
                quoted = true;
                stringLength = 0;
                inText = inText || endsInTxt();
            }
            case '(' -> depth++;
            case ')' -> depth--;
            default -> {
                if (Character.getType(point) == Character.CONTROL && point != '\t') {
                    refuse("must not have control characters");
                }
            }
        }
        if (depth < 0) {
            refuse("must have an opening parenthesis for every closing one");
            depth = 0;
        }
        append(point);
    }

    private void takeQuoted(int point) {
        if (point == '"') {
            quoted = false;
            append(point);
        } else if (point == '\\') {
            room();
            takeEscape();
        } else {
            for (byte each : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
                room();
                append(each >= ' ' && each < 0x7f ? Character.toString(each) : escape(each));
            }
        }
    }

    /** A backslash and what it escapes: three digits, or one character. */
    private void takeEscape() {
        if (at >= file.length() || file.charAt(at) == '\n' || file.charAt(at) == '\r') {
            refuse("must have something after a backslash");
            return;
        }
        int point = file.codePointAt(at);
        if (Character.isDigit(point) || (point > ' ' && point < 0x7f)) {
            int length = Character.isDigit(point) ? Math.min(3, file.length() - at) : 1;
            append("\\" + file.substring(at, at + length).replace('\n', ' ').replace('\r', ' '));
            at += length;
        } else {
            at += Character.charCount(point);
            for (byte each : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
                append(escape(each));
            }
        }
    }

    /** Makes room in a quoted string of a text record: what is longer than a string may be goes on in another. */
    private void room() {
        if (inText && stringLength == MAX_STRING) {
            append("\" \"");
            stringLength = 0;
        }
        stringLength++;
    }

    /** Whether the word before the first string is the type of a text record; a look back as short as any such line needs. */
    private boolean endsInTxt() {
        int end = text.length();
        int start = Math.max(0, end - LOOK_BACK);
        while (end > start && " \t(".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > TXT.length()
                && text.substring(end - TXT.length(), end).equalsIgnoreCase(TXT)
                && " \t(".indexOf(text.charAt(end - TXT.length() - 1)) >= 0;
    }

    private int endOfLine() {
        int end = at;
        while (end < file.length() && file.charAt(end) != '\n' && file.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private void append(int point) {
        append(Character.toString(point));
    }

    private void append(String piece) {
        if (text.length() + piece.length() > MAX_ENTRY) {
            refuse("must have at most " + MAX_ENTRY + " characters in one record");
        } else {
            text.append(piece);
        }
    }

    private void refuse(String rule) {
        refusal = refusal.isEmpty() ? rule : refusal;
    }

    private static String escape(byte each) {
        return String.format(Locale.ROOT, "\\%03d", each & 0xff);
    }
}
