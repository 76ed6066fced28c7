package dev.npanel.agent.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.agent.durable.Checkpoints;
import dev.npanel.agent.durable.Durability;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.api.value.AccountName;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the journal makes of its folders after a crash. */
class JournalTest {
    private final ChangeIds ids = new ChangeIds(Clock.systemUTC(), "");
    private final List<String> boundaries = new ArrayList<>();

    @TempDir
    private Path directory;

    private Journal journal;

    @BeforeEach
    void open() throws IOException {
        Checkpoints record = boundaries::add;
        journal = new Journal(directory, new Durability(record));
    }

    @Test
    void aChangeThatWasBegunIsFoundAgain() throws IOException {
        Entry entry = begun();

        assertThat(journal.unfinished()).containsExactly(entry);
    }

    @Test
    void aChangeOfWhichNotAllReachedTheDiskWasNeverBegun() throws IOException {
        Path file = file(begun());
        long length = Files.size(file);

        for (long left : new long[] {0, 1, length / 2, length - 1}) {
            byte[] whole = Files.readAllBytes(file);
            cut(file, left);
            assertThat(journal.unfinished()).as("%d of %d bytes", left, length).isEmpty();
            assertThat(file).doesNotExist();
            Files.write(file, whole);
        }
        assertThat(directory.resolve("damaged")).doesNotExist();
    }

    @Test
    void aChangeWhoseEndIsZerosWasNeverBegun() throws IOException {
        Path file = file(begun());
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] = 0;
        Files.write(file, content);

        assertThat(journal.unfinished()).isEmpty();
        assertThat(directory.resolve("damaged")).doesNotExist();
    }

    @Test
    void aChangeInBothFoldersIsCommitted() throws IOException {
        Entry entry = begun();
        Files.copy(
                file(entry),
                directory.resolve("history").resolve(entry.head().id().text()));

        assertThat(journal.unfinished()).isEmpty();
        assertThat(file(entry)).doesNotExist();
        assertThat(journal.history().read(entry.head().id())).contains(entry);
    }

    @Test
    void aCommitWaitsForTheDiskOnce() throws IOException {
        Entry entry = begun();
        boundaries.clear();

        journal.commit(List.of(entry.head().id()));

        assertThat(boundaries).containsExactly("before fsync of the history", "after fsync of the history");
        assertThat(journal.unfinished()).isEmpty();
    }

    private Entry begun() throws IOException {
        Clock clock = Clock.systemUTC();
        Entry.Head head = new Entry.Head(
                Journal.FORMAT,
                ids.next(),
                clock.instant(),
                "thing.create",
                "server",
                new AccountName("alice"),
                "request",
                "things",
                null,
                List.of("thing:1"));
        Trace moved = new Trace.Moved(new AbsolutePath("/srv/one"), new AbsolutePath("/srv/two"));
        Entry entry = new Entry(head, List.of(moved), List.of());
        journal.begin(entry);
        return entry;
    }

    private Path file(Entry entry) {
        return directory.resolve("open").resolve(entry.head().id().text());
    }

    private static void cut(Path file, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }
}
