package dev.npanel.agent.audit;

import dev.npanel.agent.durable.Checkpoints;
import dev.npanel.agent.durable.Durability;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a whole trail and says whether each of its lines follows the one before. */
public final class AuditVerifier {
    private AuditVerifier() {}

    /**
     * @param first the number of the first line; those before it are in files that are no longer kept
     * @param lines how many lines are as they were written
     * @param intact whether these are all lines
     * @param hash of the last good line, to be compared with what the log says
     */
    public record Verdict(long first, long lines, boolean intact, String hash) {}

    /** Verifies the file and the older ones beside it. */
    public static Verdict verify(Path path) throws IOException {
        Progress progress = new Progress();
        for (Path file : new TrailFiles(path, new Durability(Checkpoints.NONE)).all()) {
            if (progress.intact) {
                progress.read(file);
            }
        }
        return progress.verdict();
    }

    private static final class Progress {
        private long first = 1;
        private long lines;
        private boolean intact = true;
        private Chain chain = Chain.start();

        void read(Path file) throws IOException {
            try (BufferedReader reader = Files.newBufferedReader(file)) {
                for (String line = reader.readLine(); line != null && intact; line = reader.readLine()) {
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
            }
        }

        Verdict verdict() {
            return new Verdict(first, lines, intact, chain.hash());
        }
    }
}
