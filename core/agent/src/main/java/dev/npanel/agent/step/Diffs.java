package dev.npanel.agent.step;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.npanel.host.step.Content;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Differences for people: lines that begin with {@code +}, {@code -} or a space, with three lines around each change. */
final class Diffs {
    private static final int CONTEXT = 3;
    private static final int FILE_HEADER = 2;
    private static final int MAX_LINES = 2000;
    /**
     * Beyond this a comparison line by line takes too long, its time grows with the square; both sides are shown by their
     * size.
     */
    private static final int MAX_COMPARED = 4_000;

    private Diffs() {}

    /** Between two texts of lines. */
    static List<String> lines(List<String> before, List<String> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return shortened(Stream.concat(
                            before.stream().map(line -> "-" + line),
                            after.stream().map(line -> "+" + line))
                    .toList());
        }
        if (before.size() + after.size() > MAX_COMPARED) {
            return List.of("-" + before.size() + " lines", "+" + after.size() + " lines");
        }
        List<String> diff =
                UnifiedDiffUtils.generateUnifiedDiff("", "", before, DiffUtils.diff(before, after), CONTEXT).stream()
                        .skip(FILE_HEADER)
                        .map(line -> line.startsWith("@@") ? " ..." : line)
                        .toList();
        return shortened(diff);
    }

    private static List<String> shortened(List<String> diff) {
        return diff.size() <= MAX_LINES
                ? diff
                : Stream.concat(
                                diff.stream().limit(MAX_LINES),
                                Stream.of(" ... " + (diff.size() - MAX_LINES) + " lines more"))
                        .toList();
    }

    /** Between two contents of a file; by their size only when they are no text. */
    static List<String> contents(Optional<Content> before, Content after) {
        Optional<List<String>> old = before.isEmpty() ? Optional.of(List.of()) : before.flatMap(Diffs::text);
        Optional<List<String>> fresh = text(after);
        return old.isPresent() && fresh.isPresent() ? lines(old.get(), fresh.get()) : sizes(before, after);
    }

    /** The sizes of two contents that are not to be shown. */
    static List<String> sizes(Optional<Content> before, Content after) {
        return Stream.concat(
                        before.map(old -> "-" + old.length() + " bytes").stream(),
                        Stream.of("+" + after.length() + " bytes"))
                .toList();
    }

    private static Optional<List<String>> text(Content content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content.bytes()))
                    .toString();
            return text.indexOf('\0') >= 0
                    ? Optional.empty()
                    : Optional.of(text.lines().toList());
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }
}
