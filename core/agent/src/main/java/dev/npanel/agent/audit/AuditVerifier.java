package dev.npanel.agent.audit;

import dev.npanel.agent.durable.Checkpoints;
import dev.npanel.agent.durable.Durability;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads a whole trail and says whether each of its lines follows the one before. */
final class AuditVerifier {
    private AuditVerifier() {}

    /**
     * @param first the number of the first line; those before it are in files that are no longer kept
     * @param lines how many lines are as they were written
     * @param intact whether these are all lines; else the one that follows them is the first that is not as it was written
     * @param hash of the last good line
     * @param unlike what the log has noted and is not there: other lines are in their place, or the end is cut off
     */
    record Verdict(long first, long lines, boolean intact, String hash, List<Note> unlike) {}

    /**
     * Verifies the file and the older ones beside it.
     *
     * @param notes what the log says; those of lines in files that are no longer kept tell nothing
     */
    static Verdict verify(Path path, List<Note> notes) throws IOException {
        Progress progress = new Progress(notes);
        for (Path file : new TrailFiles(path, new Durability(Checkpoints.NONE)).all()) {
            if (progress.intact) {
                progress.read(file);
            }
        }
        return progress.verdict();
    }

    private static final class Progress {
        private final NavigableMap<Long, List<Note>> notes;
        private final List<Note> unlike = new ArrayList<>();
        private long first = 1;
        private long lines;
        private boolean intact = true;
        private Chain chain = Chain.start();

        Progress(List<Note> notes) {
            this.notes = notes.stream().collect(Collectors.groupingBy(Note::number, TreeMap::new, Collectors.toList()));
        }

        void read(Path file) throws IOException {
            try (WholeLines whole = WholeLines.of(file)) {
                for (String line = whole.next(); line != null && intact; line = whole.next()) {
                    take(line);
                }
            }
        }

        private void take(String line) {
            if (lines == 0) {
                chain = Chain.before(line);
                first = chain.sequence() + 1;
            }
            Optional<Chain> after = chain.verify(line);
            intact = after.isPresent();
            if (intact) {
                chain = after.get();
                lines++;
                unlike.addAll(notes.getOrDefault(chain.sequence(), List.of()).stream()
                        .filter(note -> !note.hash().equals(chain.hash()))
                        .toList());
            }
        }

        Verdict verdict() {
            if (intact) {
                notes.tailMap(chain.sequence(), false).values().forEach(unlike::addAll);
            }
            return new Verdict(first, lines, intact, chain.hash(), List.copyOf(unlike));
        }
    }
}
