package dev.npanel.agent.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of the trail line by line. What follows the last line end is still being written, or what a power cut has left: no line.
 * Bytes that are no UTF-8 are read as other characters, so that the line does not fit into the chain.
 */
final class WholeLines implements AutoCloseable {
    private final BufferedReader reader;

    private WholeLines(BufferedReader reader) {
        this.reader = reader;
    }

    static WholeLines of(Path file) throws IOException {
        return new WholeLines(
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)));
    }

    /** The next one without its end, or null; of one that is longer than any of ours the beginning. */
    @Nullable
    String next() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int each = reader.read(); each >= 0; each = reader.read()) {
            if (each == '\n') {
                return line.toString();
            }
            if (line.length() < Tail.LONGEST_LINE) {
                line.append((char) each);
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
