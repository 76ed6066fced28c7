package dev.npanel.dns.backend.server;

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
 * Stands between a backend and a name server that may be ill: tries again what may be tried again, and stops asking for a
 * second after five failures in a row. Thread-safe.
 *
 * <p>Every request may be sent twice, since each names the state that is wanted. Only one that was not
 * answered in time is not sent again: nobody waits that long.
 */
public final class Guard {
    private static final System.Logger LOG = System.getLogger(Guard.class.getName());
    private static final int FAILURES = 5;
    private static final int TRIES = 5;
    private static final Duration REST = Duration.ofSeconds(1);

    private final CircuitBreaker<Object> breaker = CircuitBreaker.builder()
            .handle(IOException.class)
            .withFailureThreshold(FAILURES)
            .withDelay(REST)
            .build();
    private final RetryPolicy<Object> retry = RetryPolicy.builder()
            .handleIf(Guard::isWorthAnotherTry)
            .withMaxAttempts(TRIES)
            .withBackoff(Duration.ofMillis(50), Duration.ofMillis(800))
            .withMaxDuration(Duration.ofSeconds(2))
            .build();

    private final FailsafeExecutor<Object> guarded = Failsafe.with(retry, breaker);

    /**
     * The answer; an {@link IOException} becomes the problem {@code dns.backend.away}.
     *
     * @param request what throws an IOException when the name server is ill, and anything else for good
     */
    public <T> T ask(CheckedSupplier<T> request) {
        try {
            return guarded.get(request);
        } catch (CircuitBreakerOpenException resting) {
            throw Away.after(1 + (int) breaker.getRemainingDelay().toSeconds(), null);
        } catch (FailsafeException failed) {
            LOG.log(System.Logger.Level.WARNING, "The name server does not answer: {0}", "" + failed.getCause());
            throw Away.because(failed.getCause());
        }
    }

    private static boolean isWorthAnotherTry(Throwable failure) {
        return failure instanceof IOException
                && !(failure instanceof SocketTimeoutException)
                && !(failure.getCause() instanceof InterruptedException);
    }
}
