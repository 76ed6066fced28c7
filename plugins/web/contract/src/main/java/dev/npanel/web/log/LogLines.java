package dev.npanel.web.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a log, the oldest first; characters that an eye does not see are written as in {@code \\u001b}.
 *
 * @param before where the older ones end, or null when there are none
 */
public record LogLines(List<String> lines, @Nullable Long before) {
    public LogLines {
        lines = List.copyOf(lines);
    }
}
