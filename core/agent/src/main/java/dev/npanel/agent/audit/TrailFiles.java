package dev.npanel.agent.audit;

import dev.npanel.agent.durable.Durability;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The file that the trail is written to, {@code audit.jsonl}, and beside it the older ones, each named for its last line:
 * {@code audit-000000012345.jsonl}. Not thread-safe.
 */
final class TrailFiles {
    private final Path current;
    private final Path folder;
    private final String name;
    private final String ending;
    private final Durability durability;

    TrailFiles(Path current, Durability durability) {
        this.current = current.toAbsolutePath();
        this.folder = Objects.requireNonNull(this.current.getParent());
        this.durability = durability;
        String file = String.valueOf(current.getFileName());
        int dot = file.lastIndexOf('.');
        this.name = dot < 0 ? file : file.substring(0, dot);
        this.ending = dot < 0 ? "" : file.substring(dot);
    }

    /** Where the trail goes on: in the current file, or at the beginning of a new one. */
    Tail tail() throws IOException {
        Tail tail = Files.exists(current) ? Tail.of(current) : Tail.ofNothing();
        List<Path> older = older();
        return tail.length() > 0 || older.isEmpty()
                ? tail
                : new Tail(Tail.of(older.get(older.size() - 1)).chain(), 0);
    }

    /** The current file, of which this much is kept; made when there is none. */
    RandomAccessFile open(long length) throws IOException {
        if (!Files.exists(current)) {
            Files.createFile(
                    current, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        RandomAccessFile file = new RandomAccessFile(current.toFile(), "rw");
        // What a power cut has left of a last line was never said to be written.
        file.setLength(length);
        file.seek(length);
        return file;
    }

    /**
     * The current file, which is on disk then, becomes an older one. What it is written through stays open.
     *
     * @param last the number of its last line
     * @return the new current file; when this throws, all is as before
     */
    RandomAccessFile turn(RandomAccessFile full, long last) throws IOException {
        durability.sync(full.getFD(), "the audit trail");
        Path older = folder.resolve(name + String.format(Locale.ROOT, "-%012d", last) + ending);
        Files.move(current, older, StandardCopyOption.ATOMIC_MOVE);
        boolean begun = false;
        try {
            RandomAccessFile next = open(0);
            durability.syncDirectory(folder, "the audit trail's directory");
            begun = true;
            return next;
        } finally {
            if (!begun) {
                Files.move(older, current, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Deletes older files but the newest of this number. */
    void keep(int most) throws IOException {
        List<Path> older = older();
        for (Path file : older.subList(0, Math.max(0, older.size() - most))) {
            Files.delete(file);
        }
    }

    /** All files there are, in the order of their lines. */
    List<Path> all() throws IOException {
        List<Path> all = new ArrayList<>(older());
        all.add(current);
        return all;
    }

    private List<Path> older() throws IOException {
        Pattern pattern = Pattern.compile(Pattern.quote(name) + "-[0-9]{12,18}" + Pattern.quote(ending));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            pattern.matcher(String.valueOf(file.getFileName())).matches())
                    .sorted()
                    .toList();
        }
    }
}
