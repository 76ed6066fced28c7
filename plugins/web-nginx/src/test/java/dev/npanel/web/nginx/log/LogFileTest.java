package dev.npanel.web.nginx.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.web.log.LogLines;
import dev.npanel.web.log.LogPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("W1")
class LogFileTest {
    private static final int MANY = 20_000;

    @TempDir
    private Path directory;

    @Test
    void pagesGoBackToTheBeginning() throws IOException {
        Path file = write(lines());
        List<String> all = new ArrayList<>();
        @Nullable Long before = null;
        do {
            LogLines page = new LogFile(file).before(before, 999, null);
            all.addAll(0, page.lines());
            before = page.before();
        } while (before != null);
        assertThat(String.join("\n", all) + "\n").isEqualTo(lines());
    }

    @Test
    void partsMakeUpTheWhole() throws IOException {
        Path file = write(lines());
        StringBuilder all = new StringBuilder();
        LogPart part;
        for (long at = 0; at < Files.size(file); at = part.next()) {
            part = new LogFile(file).from(at);
            part.lines().forEach(line -> all.append(line).append('\n'));
        }
        assertThat(all.toString()).isEqualTo(lines());
    }

    @Test
    void whatIsLookedForIsFoundWhereverItIs() throws IOException {
        LogLines found = new LogFile(write(lines())).before(null, 10, "line 17 ");
        assertThat(found.lines()).hasSize(1);
        assertThat(found.lines().get(0)).startsWith("line 17 ");
    }

    @Test
    void whatAnEyeDoesNotSeeIsWrittenOut() throws IOException {
        LogLines found = new LogFile(write("a\u001b[2Jb\u202ec\u0085d\rü\n")).before(null, 10, null);
        assertThat(found.lines()).containsExactly("a\\u001b[2Jb\\u202ec\\u0085d\\u000dü");
    }

    @Test
    void aLineWithoutEndIsCutAndGetsThrough() throws IOException {
        Path file = write("x".repeat(3 << 20));
        assertThat(new LogFile(file).before(null, 1, null).lines().get(0)).endsWith("...");
        assertThat(new LogFile(file).from(0).next()).isEqualTo(1 << 20);
    }

    @Test
    void whatIsNotThereIsEmptyAndALinkIsNotFollowed() throws IOException {
        assertThat(new LogFile(directory.resolve("none")).before(null, 1, null).lines())
                .isEmpty();
        Path link = Files.createSymbolicLink(directory.resolve("link"), write("secret\n"));
        assertThatThrownBy(() -> new LogFile(link).from(0)).isInstanceOf(IOException.class);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("access.log"), text);
    }

    private static String lines() {
        return IntStream.range(0, MANY)
                .mapToObj(i -> "line " + i + " " + "y".repeat(i % 300) + "\n")
                .collect(Collectors.joining());
    }
}
