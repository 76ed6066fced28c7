package dev.npanel.agent.dispatch;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** What is thrown, as the caller may know it: what nobody foresaw stays in the log, under a name the caller is told. */
final class Incidents {
    private static final System.Logger LOG = System.getLogger(Incidents.class.getName());
    private static final int BYTES = 6;

    private final SecureRandom random = new SecureRandom();

    Problem problem(String action, Throwable thrown) {
        if (!(thrown instanceof ProblemException known)) {
            return incident(action, thrown, "failed", "The host has failed to do it.");
        }
        Problem problem = known.problem();
        return problem.kind() == ProblemKind.FAILED && problem.incident() == null
                ? incident(action, thrown, problem.code(), problem.message())
                : problem;
    }

    private Problem incident(String action, Throwable thrown, String code, String message) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String incident = HexFormat.of().formatHex(bytes);
        LOG.log(Level.ERROR, "incident " + incident + " in " + action, thrown);
        return new Problem(ProblemKind.FAILED, code, message, List.of(), null, incident);
    }
}
