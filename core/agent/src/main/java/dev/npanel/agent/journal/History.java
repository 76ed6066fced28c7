package dev.npanel.agent.journal;

import dev.npanel.api.change.ChangeId;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The committed changes, a file each, named by their ids. Thread-safe. */
public final class History {
    private final Path directory;
    private final EntryCodec codec;

    History(Path directory, EntryCodec codec) {
        this.directory = directory;
        this.codec = codec;
    }

    /** The committed change of this id. */
    public Optional<Entry> read(ChangeId id) throws IOException {
        try {
            return Optional.of(codec.read(Files.readAllBytes(directory.resolve(id.text()))));
        } catch (NoSuchFileException unknown) {
            return Optional.empty();
        }
    }

    /**
     * At most {@code limit} changes that satisfy the condition, newest first.
     *
     * @param since none that are older than this, or null
     * @param before only older ones than this, or null
     */
    public List<Entry.Head> list(
            Predicate<Entry.Head> condition, @Nullable Instant since, @Nullable ChangeId before, int limit)
            throws IOException {
        List<Entry.Head> found = new ArrayList<>();
        for (ChangeId id : ids()) {
            if (found.size() == limit || (since != null && ChangeIds.time(id).isBefore(since))) {
                break;
            }
            if (before == null || id.compareTo(before) < 0) {
                head(id).filter(condition).ifPresent(found::add);
            }
        }
        return found;
    }

    /** The ids of all committed changes, newest first. */
    public List<ChangeId> ids() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> new ChangeId(file.getFileName().toString()))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    /** The newest committed change. */
    public Optional<ChangeId> newest() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .max(Comparator.naturalOrder())
                    .map(ChangeId::new);
        }
    }

    /** Forgets a change: it can no longer be seen or reverted. */
    public void forget(ChangeId id) throws IOException {
        Files.deleteIfExists(directory.resolve(id.text()));
    }

    private Optional<Entry.Head> head(ChangeId id) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(directory.resolve(id.text())), 1024)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = file.read(); next >= 0 && next != '\n'; next = file.read()) {
                line.write(next);
            }
            return Optional.of(codec.readHead(line.toByteArray()));
        } catch (NoSuchFileException forgotten) {
            return Optional.empty();
        }
    }
}
