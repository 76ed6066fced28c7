package dev.npanel.agent.journal;

import dev.npanel.agent.durable.Durability;
import dev.npanel.agent.durable.GroupSync;
import dev.npanel.api.change.ChangeId;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The changes under way, a file each in {@code open/}; renamed to {@code history/} when committed, removed when undone. A
 * file that is whole, and in {@code open/} alone, at start is a change that was cut off. One that is not whole was never
 * begun: nothing is applied before it is on disk. One that is in both folders is committed: its way out of the first was not
 * waited for. Thread-safe.
 */
public final class Journal {
    /** The format of entries that this code writes, and the newest it reads. */
    public static final int FORMAT = 1;

    private static final System.Logger LOG = System.getLogger(Journal.class.getName());
    /** What the codec reads back at most, and a little less. */
    private static final int MAX_LENGTH = 30 << 20;

    private final Path open;
    private final Path history;
    private final Durability durability;
    private final GroupSync openSync;
    private final GroupSync historySync;
    private final EntryCodec codec = new EntryCodec();

    /** @param directory of ours alone; made when missing */
    public Journal(Path directory, Durability durability) throws IOException {
        this.open = Files.createDirectories(directory.resolve("open"));
        this.history = Files.createDirectories(directory.resolve("history"));
        this.durability = durability;
        this.openSync = new GroupSync(() -> durability.syncDirectory(open, "the open changes"));
        this.historySync = new GroupSync(() -> durability.syncDirectory(history, "the history"));
    }

    /** Returns when the entry is on disk: from now on a crash ends in its undoing. */
    public void begin(Entry entry) throws IOException {
        byte[] content = codec.write(entry);
        if (content.length > MAX_LENGTH) {
            throw Problem.of(ProblemKind.LIMIT, "change.too-large", "The change is too large to be taken back.")
                    .asException();
        }
        Path file = open(entry.head().id());
        boolean begun = false;
        try {
            durability.create(file, content, "a journal entry");
            openSync.await();
            begun = true;
        } finally {
            if (!begun) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Returns when the changes are history on disk: from now on no crash undoes them. All of them or none. */
    public void commit(List<ChangeId> changes) throws IOException {
        boolean committed = false;
        try {
            for (ChangeId id : changes) {
                Files.move(open(id), history.resolve(id.text()), StandardCopyOption.ATOMIC_MOVE);
            }
            historySync.await();
            committed = true;
        } finally {
            if (!committed) {
                reopen(changes);
            }
        }
    }

    /** Forgets a change that is undone. */
    public void drop(ChangeId id) throws IOException {
        Files.deleteIfExists(open(id));
        openSync.await();
    }

    /** What is under way, newest first; after a start, what was cut off. What was never begun is thrown away. */
    public List<Entry> unfinished() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Path file : files(open)) {
            byte[] content = Files.readAllBytes(file);
            if (!EntryCodec.isWhole(content) || Files.exists(history.resolve(file.getFileName()))) {
                Files.delete(file);
            } else {
                read(file, content).ifPresent(entries::add);
            }
        }
        entries.sort(Comparator.comparing((Entry entry) -> entry.head().id()).reversed());
        return entries;
    }

    /** The history in this journal's directory. */
    public History history() {
        return new History(history, codec);
    }

    private Optional<Entry> read(Path file, byte[] content) throws IOException {
        try {
            return Optional.of(codec.read(content));
        } catch (ProblemException damaged) {
            // Only a failing disk or another version's agent does this.
            Path aside = Files.createDirectories(open.resolveSibling("damaged")).resolve(file.getFileName());
            Files.move(file, aside);
            LOG.log(Level.ERROR, "cannot read " + aside + ": what it began may be half done", damaged);
            return Optional.empty();
        }
    }

    private void reopen(List<ChangeId> changes) throws IOException {
        for (ChangeId id : changes) {
            try {
                Files.move(history.resolve(id.text()), open(id), StandardCopyOption.ATOMIC_MOVE);
            } catch (NoSuchFileException stillOpen) {
                // not yet moved when the commit failed
            }
        }
        // Before it is undone: in both folders it would count as committed.
        historySync.await();
    }

    private Path open(ChangeId id) {
        return open.resolve(id.text());
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
