package dev.npanel.agent.audit;

import dev.npanel.agent.audit.AuditVerifier.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code npanel-audit} runs: says whether the trail in the file that is named, and the older ones beside it, is as the agent has
 * written it. Reads the agent's log from its input, for what that says about the trail.
 */
public final class AuditCommand {
    private static final int INTACT = 0;
    private static final int NOT_INTACT = 1;
    private static final int NOT_READ = 2;
    private static final int MOST = 10;

    private AuditCommand() {}

    /** @param arguments the file */
    public static void main(String[] arguments) {
        BufferedReader log = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            System.exit(run(Path.of(arguments[0]), log, System.out));
        } catch (IOException unreadable) {
            System.err.println("npanel-audit: cannot read the trail: " + unreadable);
            System.exit(NOT_READ);
        }
    }

    /** Returns the exit status: 0 when all is as it was written, 1 when not. */
    static int run(Path trail, BufferedReader log, PrintStream out) throws IOException {
        List<Note> notes = log.lines()
                .map(Note::of)
                .flatMap(Optional::stream)
                .filter(Note::isOfLine)
                .toList();
        return tell(AuditVerifier.verify(trail, notes), notes.size(), out);
    }

    private static int tell(Verdict verdict, int notes, PrintStream out) {
        long last = verdict.first() + verdict.lines() - 1;
        out.println(verdict.lines() == 0 ? "no line" : "lines " + verdict.first() + " to " + last);
        if (!verdict.intact()) {
            out.println("line " + (last + 1) + " does not follow from the one before it");
        }
        List<Note> unlike = verdict.unlike();
        unlike.stream()
                .limit(MOST)
                .forEach(note -> out.println(
                        "line " + note.number() + ", as the log noted it at " + note.at() + ", is not here"));
        if (unlike.size() > MOST) {
            out.println("nor are " + (unlike.size() - MOST) + " more that it noted");
        }
        boolean sound = verdict.intact() && unlike.isEmpty();
        if (sound) {
            out.println("each follows from the one before it; " + notes + " notes of the log agree");
        }
        if (verdict.lines() > 0) {
            out.println("newest: " + last + " " + verdict.hash());
        }
        return sound ? INTACT : NOT_INTACT;
    }
}
