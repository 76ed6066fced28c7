package dev.npanel.dns.powerdns.api;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.CheckedSupplier;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * Stands between the plugin and a PowerDNS that may be ill: tries again what may be tried again, and stops asking for a
 * second after five failures in a row. Thread-safe.
 *
 * <p>Every request of this plugin may be sent twice, since each names the state that is wanted. Only one that was not
 * answered in time is not sent again: nobody waits that long.
 */
final class Guard {
    private static final System.Logger LOG = System.getLogger(Guard.class.getName());
    private static final int FAILURES = 5;
    private static final int TRIES = 5;
    private static final Duration REST = Duration.ofSeconds(1);

    private final CircuitBreaker<Answer> breaker = CircuitBreaker.<Answer>builder()
            .handle(IOException.class)
            .handleResultIf(Answer::isStrange)
            .withFailureThreshold(FAILURES)
            .withDelay(REST)
            .build();
    private final RetryPolicy<Answer> retry = RetryPolicy.<Answer>builder()
            .handleIf(Guard::isWorthAnotherTry)
            .handleResultIf(Answer::isStrange)
            .withMaxAttempts(TRIES)
            .withBackoff(Duration.ofMillis(50), Duration.ofMillis(800))
            .withMaxDuration(Duration.ofSeconds(2))
            .build();

    private final FailsafeExecutor<Answer> guarded = Failsafe.with(retry, breaker);

    /** The answer, whatever its status; a strange one, or none, becomes the problem {@code dns.backend.away}. */
    Answer ask(CheckedSupplier<Answer> request) {
        try {
            Answer answer = guarded.get(request);
            if (answer.isStrange()) {
                LOG.log(System.Logger.Level.WARNING, "PowerDNS answers with status {0}", answer.status());
                throw Away.because(null);
            }
            return answer;
        } catch (CircuitBreakerOpenException resting) {
            throw Away.after(1 + (int) breaker.getRemainingDelay().toSeconds(), null);
        } catch (FailsafeException failed) {
            LOG.log(System.Logger.Level.WARNING, "PowerDNS does not answer: {0}", String.valueOf(failed.getCause()));
            throw Away.because(failed.getCause());
        }
    }

    private static boolean isWorthAnotherTry(Throwable failure) {
        return failure instanceof IOException
                && !(failure instanceof SocketTimeoutException)
                && !(failure.getCause() instanceof InterruptedException);
    }
}
