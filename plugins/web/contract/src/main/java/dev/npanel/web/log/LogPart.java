package dev.npanel.web.log;

import java.util.List;

/**
 * A part of a log, of about 1 MiB at most: whole lines, as in {@link LogLines}.
 *
 * @param next where the next one begins
 * @param size of the whole log now, bytes
 */
public record LogPart(List<String> lines, long next, long size) {
    public LogPart {
        lines = List.copyOf(lines);
    }
}
