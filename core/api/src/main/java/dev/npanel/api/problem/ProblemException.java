package dev.npanel.api.problem;

/** The one exception of nPanel's interfaces: a {@link Problem} on its way to the client. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.kind() + " " + problem.code() + ": " + problem.message() + detail(problem));
        this.problem = problem;
    }

    /** As {@link #ProblemException(Problem)}, keeping what led to it for the log. */
    public ProblemException(Problem problem, Throwable cause) {
        this(problem);
        initCause(cause);
    }

    /** What the client learns. */
    public Problem problem() {
        return problem;
    }

    private static String detail(Problem problem) {
        return problem.violations().isEmpty() ? "" : " " + problem.violations();
    }
}
