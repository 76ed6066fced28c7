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
    static final int LONGEST_LINE = 64 << 10;
    private static final int SECTION = 4 << 10;
    private static final Pattern LINE = Pattern.compile("\\{\"seq\":([0-9]{1,18}),.*,\"hash\":\"([0-9a-f]{64})\"}");

    /** Before the first line of all. */
    static Tail ofNothing() {
        return new Tail(Chain.start(), 0);
    }

    /** Reads the end of the file only, however long it has grown. */
    static Tail of(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long length = wholeLines(file);
            if (length == 0) {
                return ofNothing();
            }
            byte[] end = read(file, Math.max(0, length - LONGEST_LINE), length);
            int last = end.length - 1;
            int first = lastLineEnd(end, last) + 1;
            return new Tail(chain(new String(end, first, last - first, StandardCharsets.UTF_8)), length);
        }
    }

    /** What follows the last whole line may be long: file systems leave zeros of any length after a power cut. */
    private static long wholeLines(RandomAccessFile file) throws IOException {
        for (long to = file.length(); to > 0; to = Math.max(0, to - SECTION)) {
            long from = Math.max(0, to - SECTION);
            byte[] section = read(file, from, to);
            int last = lastLineEnd(section, section.length);
            if (last >= 0) {
                return from + last + 1;
            }
        }
        return 0;
    }

    private static byte[] read(RandomAccessFile file, long from, long to) throws IOException {
        byte[] bytes = new byte[(int) (to - from)];
        file.seek(from);
        file.readFully(bytes);
        return bytes;
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
