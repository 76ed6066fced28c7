package dev.npanel.api.problem;

/** The closed set of ways a call can fail; each has one HTTP status (RFC 9110). */
public enum ProblemKind {
    /** The request is wrong; the violations say where. Nothing was changed. */
    INVALID(400),
    /** Nobody, or nobody any more: log in again. */
    UNAUTHENTICATED(401),
    /** Not yours, or not there: the two are not told apart for what others own. */
    FORBIDDEN(403),
    /** Not there, said only to someone who may know. */
    NOT_FOUND(404),
    /** The state does not allow it (now): it exists already, it has moved on, it is locked. */
    CONFLICT(409),
    /** Too much or too often; {@code retryAfter} says when again, when waiting helps. */
    LIMIT(429),
    /** A service that is needed is away; nothing is half-done; try again after {@code retryAfter}. */
    UNAVAILABLE(503),
    /** Our fault; the log has the incident, the client has its id. */
    FAILED(500);

    private final int status;

    ProblemKind(int status) {
        this.status = status;
    }

    /** Whether it is a no: nothing was changed, and nothing will be. Otherwise something may have been. */
    public boolean isRefusal() {
        return this != UNAVAILABLE && this != FAILED;
    }

    /** The HTTP status code of this kind. */
    public int status() {
        return status;
    }
}
