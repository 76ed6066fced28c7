package dev.npanel.api.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client learns of a failure; crosses the socket intact and becomes an RFC 9457 answer.
 *
 * @param kind which of the closed set
 * @param code a stable name for programs, in the manner of {@code dns.zone.exists}
 * @param message one sentence for people; no paths, no SQL, no stack trace, no secret
 * @param violations the broken rules, for {@link ProblemKind#INVALID}; otherwise mostly empty
 * @param retryAfter seconds after which another try makes sense, or null
 * @param incident names the log entry that has the details, for {@link ProblemKind#FAILED}, or null
 */
public record Problem(
        ProblemKind kind,
        String code,
        String message,
        List<Violation> violations,
        @Nullable Integer retryAfter,
        @Nullable String incident) {

    public Problem {
        violations = List.copyOf(violations);
    }

    /** A problem without violations. */
    public static Problem of(ProblemKind kind, String code, String message) {
        return new Problem(kind, code, message, List.of(), null, null);
    }

    /** A request that breaks these rules. */
    public static Problem invalid(List<Violation> violations) {
        return new Problem(ProblemKind.INVALID, "invalid", "The request is not valid.", violations, null, null);
    }

    /** A request that breaks one rule. */
    public static Problem invalid(String field, String rule) {
        return invalid(List.of(new Violation(field, rule)));
    }

    /** A needed service is away; worth another try after {@code seconds}. */
    public static Problem unavailable(String code, String message, int seconds) {
        return new Problem(ProblemKind.UNAVAILABLE, code, message, List.of(), seconds, null);
    }

    /** This problem, thrown. */
    public ProblemException asException() {
        return new ProblemException(this);
    }
}
