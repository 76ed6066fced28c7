package dev.npanel.dns.powerdns.api;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.problem.Violation;
import dev.npanel.dns.backend.server.Away;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PowerDNS's refusals mean. Its own words are not passed on: they may hold more than the client may know. */
final class Refusal {
    private static final Pattern SUBJECT = Pattern.compile("(?:Record|RRset) ([^ /]+?)\\.?(?:/| IN )([A-Z0-9]+)");
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;

    private Refusal() {}

    static ProblemException of(Answer answer) {
        return switch (answer.status()) {
            case UNAUTHORIZED -> Away.after(60, new IllegalStateException("PowerDNS refuses the API key"));
            case NOT_FOUND -> problem(ProblemKind.NOT_FOUND, "dns.zone.unknown", "There is no such zone.");
            case CONFLICT -> problem(ProblemKind.CONFLICT, "dns.zone.exists", "The zone exists already.");
            case TOO_LARGE ->
                problem(ProblemKind.LIMIT, "dns.backend.too-large", "The name server does not take so much at once.");
            default -> refused(answer.body());
        };
    }

    private static ProblemException refused(String text) {
        Matcher matcher = SUBJECT.matcher(text);
        String subject = matcher.find() ? matcher.group(2) + " of " + matcher.group(1) : "request";
        if (text.contains("Conflicts with")) {
            return problem(
                    ProblemKind.CONFLICT,
                    "dns.record.conflict",
                    "The " + subject + " does not go together with other records of the name.");
        }
        return new Problem(
                        ProblemKind.INVALID,
                        "dns.backend.refused",
                        "The name server refuses the " + subject + ".",
                        List.of(new Violation("content", "must be what the name server takes")),
                        null,
                        null)
                .asException();
    }

    private static ProblemException problem(ProblemKind kind, String code, String message) {
        return Problem.of(kind, code, message).asException();
    }
}
