package dev.npanel.ssl.letsencrypt.acme;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeNetworkException;
import org.shredzone.acme4j.exception.AcmeRateLimitedException;
import org.shredzone.acme4j.exception.AcmeServerException;

/** What went wrong in the conversation, as problems. An authority's words are shown, without characters that are not seen. */
final class Refusals {
    private static final int RETRY = 30;
    private static final int LIMIT_RETRY = 3600;
    private static final int LONGEST = 500;
    private static final String ERROR = "urn:ietf:params:acme:error:";
    private static final Set<String> PASSING =
            Set.of(ERROR + "serverInternal", ERROR + "badNonce", ERROR + "connection");

    private Refusals() {}

    static ProblemException of(AcmeException failure) {
        if (failure instanceof AcmeRateLimitedException limited) {
            int seconds = limited.getRetryAfter().map(Refusals::seconds).orElse(LIMIT_RETRY);
            return new Problem(
                            ProblemKind.LIMIT,
                            "ssl.authority.limit",
                            "The authority issues no more for now: " + seen(String.valueOf(limited.getMessage())),
                            List.of(),
                            seconds,
                            null)
                    .asException();
        }
        if (failure instanceof AcmeServerException refused && !PASSING.contains(String.valueOf(refused.getType()))) {
            return Problem.of(
                            ProblemKind.CONFLICT,
                            "ssl.authority.refused",
                            "The authority refuses: " + seen(text(refused.getProblem())))
                    .asException();
        }
        String what = failure instanceof AcmeNetworkException ? "cannot be reached" : "does not answer as it should";
        return new ProblemException(
                Problem.unavailable("ssl.authority.away", "The certificate authority " + what + ".", RETRY), failure);
    }

    /** An answer that did not arrive whole. */
    static ProblemException cutOff(Exception failure) {
        return new ProblemException(
                Problem.unavailable(
                        "ssl.authority.away", "The certificate authority does not answer as it should.", RETRY),
                failure);
    }

    static ProblemException unset() {
        return Problem.of(
                        ProblemKind.CONFLICT,
                        "ssl.authority.unset",
                        "No certificate authority is set up yet: an administrator has to accept its terms first.")
                .asException();
    }

    /** All that an authority says of a problem, each name with its own. */
    static String text(org.shredzone.acme4j.Problem problem) {
        StringBuilder text =
                new StringBuilder(problem.getDetail().or(problem::getTitle).orElse("no reason given"));
        for (org.shredzone.acme4j.Problem each : problem.getSubProblems()) {
            each.getIdentifier()
                    .ifPresent(
                            name -> text.append("; ").append(name.getDomain()).append(": "));
            text.append(each.getDetail().orElse(""));
        }
        return seen(text.toString());
    }

    static String seen(String text) {
        String clean = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]", " ");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
    }

    private static int seconds(Instant when) {
        return (int) Math.max(
                1,
                Math.min(
                        Integer.MAX_VALUE, Duration.between(Instant.now(), when).toSeconds() + 1));
    }
}
