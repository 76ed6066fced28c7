package dev.npanel.web.nginx.log;

import dev.npanel.web.log.LogLines;
import dev.npanel.web.log.LogPart;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A log as nginx writes it, in a directory that is root's. Never more than a piece of it is in memory. Clients write into it what they
 * like, so that what comes out is text without any character that a terminal would obey or an eye not see. Thread-safe.
 */
final class LogFile {
    private static final int PIECE = 64 << 10;
    /** How much is gone through for one page; the next page goes on from there. */
    private static final int MOST_SEEN = 16 << 20;

    private static final int MOST_ANSWERED = 1 << 20;
    private static final int LONGEST_LINE = 16 << 10;

    private final Path file;

    LogFile(Path file) {
        this.file = file;
    }

    /** The last lines before a place, that have the text in them. */
    LogLines before(@Nullable Long before, int most, @Nullable String filter) throws IOException {
        try (FileChannel channel = open()) {
            long size = channel.size();
            long end = before == null || before > size ? size : before;
            long stop = Math.max(0, end - MOST_SEEN);
            List<String> found = new ArrayList<>();
            int answered = 0;
            while (end > stop && found.size() < most && answered < MOST_ANSWERED) {
                int length = (int) Math.min(PIECE, end);
                byte[] piece = read(channel, end - length, length);
                int start = firstLine(piece, end - length == 0);
                int to = piece.length;
                while (to > start && found.size() < most && answered < MOST_ANSWERED) {
                    int from = lineStart(piece, start, to);
                    String line = Visible.line(piece, from, to);
                    if (filter == null || line.contains(filter)) {
                        found.add(0, line);
                        answered += line.length();
                    }
                    to = from;
                }
                end = end - length + to;
            }
            return new LogLines(found, end == 0 ? null : end);
        } catch (NoSuchFileException nothingYet) {
            return new LogLines(List.of(), null);
        }
    }

    /** The lines from a place on. */
    LogPart from(long from) throws IOException {
        try (FileChannel channel = open()) {
            long size = channel.size();
            int length = (int) Math.min(MOST_ANSWERED, Math.max(0, size - from));
            byte[] piece = read(channel, from, length);
            int end = piece.length;
            while (end > 0 && piece[end - 1] != '\n') {
                end--;
            }
            // one that is as long as all of it, or that nginx is just writing
            end = end == 0 ? piece.length : end;
            List<String> lines = new ArrayList<>();
            for (int at = 0; at < end; ) {
                int next = at;
                while (next < end && piece[next] != '\n') {
                    next++;
                }
                next = Math.min(end, next + 1);
                lines.add(Visible.line(piece, at, next));
                at = next;
            }
            return new LogPart(lines, from + end, size);
        } catch (NoSuchFileException nothingYet) {
            return new LogPart(List.of(), from, 0);
        }
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    private static byte[] read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(length);
        while (piece.hasRemaining() && channel.read(piece, from + piece.position()) >= 0) {
            // until it is full or the file ends
        }
        byte[] bytes = new byte[piece.position()];
        piece.flip().get(bytes);
        return bytes;
    }

    /** Where the first line begins that is whole; a line as long as the piece is taken as it is. */
    private static int firstLine(byte[] piece, boolean whole) {
        if (whole) {
            return 0;
        }
        for (int i = 0; i < piece.length - 1; i++) {
            if (piece[i] == '\n') {
                return i + 1;
            }
        }
        return 0;
    }

    private static int lineStart(byte[] piece, int start, int to) {
        int from = to - 1;
        while (from > start && piece[from - 1] != '\n') {
            from--;
        }
        return from;
    }

    /** Bytes as text that can be shown anywhere. */
    private static final class Visible {
        private Visible() {}

        static String line(byte[] bytes, int from, int to) {
            int end = to > from && bytes[to - 1] == '\n' ? to - 1 : to;
            int cut = Math.min(end, from + LONGEST_LINE);
            StringBuilder line = new StringBuilder();
            new String(bytes, from, cut - from, StandardCharsets.UTF_8)
                    .codePoints()
                    .forEach(each -> add(line, each));
            return cut < end ? line.append("...").toString() : line.toString();
        }

        private static void add(StringBuilder line, int point) {
            switch (Character.getType(point)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.PRIVATE_USE,
                        Character.UNASSIGNED,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> line.append("\\u%04x".formatted(point));
                default -> line.appendCodePoint(point);
            }
        }
    }
}
