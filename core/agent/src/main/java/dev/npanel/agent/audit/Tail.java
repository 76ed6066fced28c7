package dev.npanel.agent.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the trail goes on.
 *
 * @param length up to the end of the last whole line
 */
record Tail(Chain chain, long length) {
    private static final int LONGEST_LINE = 64 << 10;
    private static final Pattern LINE = Pattern.compile("\\{\"seq\":([0-9]{1,18}),.*,\"hash\":\"([0-9a-f]{64})\"}");

    /** Before the first line of all. */
    static Tail ofNothing() {
        return new Tail(Chain.start(), 0);
    }

    /** Reads the end of the file only, however long it has grown. */
    static Tail of(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long from = Math.max(0, file.length() - LONGEST_LINE);
            byte[] end = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(end);
            int last = lastLineEnd(end, end.length);
            if (last < 0) {
                return ofNothing();
            }
            int first = lastLineEnd(end, last) + 1;
            return new Tail(chain(new String(end, first, last - first, StandardCharsets.UTF_8)), from + last + 1);
        }
    }

    private static int lastLineEnd(byte[] bytes, int before) {
        int at = before - 1;
        while (at >= 0 && bytes[at] != '\n') {
            at--;
        }
        return at;
    }

    private static Chain chain(String line) throws IOException {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IOException("the last line of the audit trail is not one of ours");
        }
        return new Chain(Long.parseLong(matcher.group(1)), matcher.group(2));
    }
}
