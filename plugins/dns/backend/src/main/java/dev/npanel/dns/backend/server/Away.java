package dev.npanel.dns.backend.server;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The one problem of a name server that does not do its work, for whatever reason; the reason goes to the log. */
public final class Away {
    private static final int SOON = 2;

    private Away() {}

    /** Worth another try soon. */
    public static ProblemException because(@Nullable Throwable cause) {
        return after(SOON, cause);
    }

    /** Worth another try after so many seconds. */
    public static ProblemException after(int seconds, @Nullable Throwable cause) {
        Problem problem =
                Problem.unavailable("dns.backend.away", "The name server does not answer at the moment.", seconds);
        return cause == null ? problem.asException() : new ProblemException(problem, cause);
    }
}
