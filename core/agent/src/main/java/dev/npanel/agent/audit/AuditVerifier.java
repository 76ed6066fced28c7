package dev.npanel.agent.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a whole trail and says whether each of its lines follows the one before. */
public final class AuditVerifier {
    private AuditVerifier() {}

    /**
     * @param lines how many lines are as they were written
     * @param intact whether these are all lines
     * @param hash of the last good line, to be compared with what the log says
     */
    public record Verdict(long lines, boolean intact, String hash) {}

    /** Verifies the file. */
    public static Verdict verify(Path path) throws IOException {
        Chain chain = Chain.start();
        try (BufferedReader lines = Files.newBufferedReader(path)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<Chain> after = chain.verify(line);
                if (after.isEmpty()) {
                    return new Verdict(chain.sequence(), false, chain.hash());
                }
                chain = after.get();
            }
        }
        return new Verdict(chain.sequence(), true, chain.hash());
    }
}
