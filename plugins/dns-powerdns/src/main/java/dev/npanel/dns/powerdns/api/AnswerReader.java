package dev.npanel.dns.powerdns.api;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one answer of HTTP/1.0 (RFC 1945), which ends where its length says or with the connection. Whatever is longer than
 * PowerDNS's answers are, or is no such answer, ends in an {@link IOException}. Used for one answer by one thread.
 */
final class AnswerReader {
    private static final int MAX_BODY = 64 << 20;
    private static final int MAX_HEAD = 16 << 10;
    private static final int FIRST = 4 << 10;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)(?: .*)?");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,9}");

    private final Socket socket;
    private final InputStream in;
    private final long end;
    private byte[] bytes = new byte[FIRST];
    private int length;

    /** @param end when to give up, as {@link System#nanoTime} */
    AnswerReader(Socket socket, long end) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.end = end;
    }

    Answer read() throws IOException {
        int body = head();
        String[] lines = new String(bytes, 0, body, StandardCharsets.ISO_8859_1).split("\r\n", -1);
        Matcher status = STATUS.matcher(lines[0]);
        if (!status.matches()) {
            throw new IOException("no answer of HTTP");
        }
        Map<String, String> fields = fields(lines);
        body(body, fields);
        return new Answer(
                Integer.parseInt(status.group(1)),
                fields.getOrDefault("content-type", ""),
                new String(bytes, body, length - body, StandardCharsets.UTF_8));
    }

    /** Reads until all of the head is there; where the body begins. */
    private int head() throws IOException {
        int seen = 0;
        while (true) {
            for (; seen + 4 <= length; seen++) {
                if (bytes[seen] == '\r'
                        && bytes[seen + 1] == '\n'
                        && bytes[seen + 2] == '\r'
                        && bytes[seen + 3] == '\n') {
                    return seen + 4;
                }
            }
            if (length > MAX_HEAD || !more()) {
                throw new IOException("no answer of HTTP");
            }
        }
    }

    private void body(int start, Map<String, String> fields) throws IOException {
        if (fields.containsKey("transfer-encoding")) {
            throw new IOException("an answer in pieces, which nobody has asked for");
        }
        String said = fields.get("content-length");
        if (said == null) {
            while (more()) {
                requireShort(length - start);
            }
            return;
        }
        if (!LENGTH.matcher(said).matches()) {
            throw new IOException("an answer without a length");
        }
        int wanted = Integer.parseInt(said);
        requireShort(wanted);
        while (length - start < wanted) {
            if (!more()) {
                throw new EOFException("an answer that was cut off");
            }
        }
        length = start + wanted;
    }

    private static void requireShort(int size) throws IOException {
        if (size > MAX_BODY) {
            throw new IOException("an answer of more than 64 MiB");
        }
    }

    /** Reads on; whether there was anything. */
    private boolean more() throws IOException {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException("no answer");
        }
        socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
        int read = in.read(bytes, length, bytes.length - length);
        length += Math.max(read, 0);
        return read >= 0;
    }

    private static Map<String, String> fields(String[] lines) {
        Map<String, String> fields = new HashMap<>();
        for (int line = 1; line < lines.length; line++) {
            int colon = lines[line].indexOf(':');
            if (colon > 0) {
                fields.put(
                        lines[line].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[line].substring(colon + 1).strip());
            }
        }
        return fields;
    }
}
