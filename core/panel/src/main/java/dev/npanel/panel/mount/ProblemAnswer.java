package dev.npanel.panel.mount;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import jakarta.ws.rs.core.Response.Status;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A problem on its way out, as RFC 9457 shows it.
 *
 * @param status the HTTP status; differs from that of the problem's kind where HTTP itself has a finer one, such as 405
 */
public record ProblemAnswer(int status, Problem problem) {
    /** The media type of the body. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** With the status of the problem's kind. */
    public static ProblemAnswer of(Problem problem) {
        return new ProblemAnswer(problem.kind().status(), problem);
    }

    /** For a status that HTTP itself gives; the code is {@code http.} and the number. */
    public static ProblemAnswer ofStatus(int status) {
        ProblemKind kind = switch (status) {
            case 401 -> ProblemKind.UNAUTHENTICATED;
            case 403 -> ProblemKind.FORBIDDEN;
            case 404 -> ProblemKind.NOT_FOUND;
            case 429 -> ProblemKind.LIMIT;
            case 503 -> ProblemKind.UNAVAILABLE;
            default -> status >= 500 ? ProblemKind.FAILED : ProblemKind.INVALID;
        };
        Problem problem = kind == ProblemKind.UNAVAILABLE
                ? Problem.unavailable("http.503", title(status), 1)
                : Problem.of(kind, "http." + status, title(status));
        return new ProblemAnswer(status, problem);
    }

    /** What the body says; only what there is to say. */
    public Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", title(status));
        body.put("status", status);
        body.put("code", problem.code());
        body.put("detail", problem.message());
        if (!problem.violations().isEmpty()) {
            body.put("violations", problem.violations());
        }
        if (problem.retryAfter() != null) {
            body.put("retryAfter", problem.retryAfter());
        }
        if (problem.incident() != null) {
            body.put("incident", problem.incident());
        }
        return body;
    }

    /** The headers that belong to it. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        if (problem.retryAfter() != null) {
            headers.put("Retry-After", problem.retryAfter().toString());
        }
        if (status == Status.UNAUTHORIZED.getStatusCode()) {
            headers.put("WWW-Authenticate", "Bearer");
        }
        return headers;
    }

    private static String title(int status) {
        Status known = Status.fromStatusCode(status);
        return known == null ? "HTTP status " + status : known.getReasonPhrase();
    }
}
