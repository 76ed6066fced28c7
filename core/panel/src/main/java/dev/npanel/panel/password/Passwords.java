package dev.npanel.panel.password;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.BCrypt.Version;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.value.Secret;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Hashes and checks passwords with bcrypt. Passwords beyond bcrypt's 72 bytes are brought to length by SHA-512 first, so every
 * byte counts. A check costs the same time whether or not there is such an account, and only as many run at once as leave the
 * machine a core for other work. An OSGi service of the core; thread-safe.
 */
@Component(service = Passwords.class)
public final class Passwords {
    private static final Version VERSION = Version.VERSION_2B;
    private static final int COST = 12;
    private static final int WAIT_SECONDS = 8;
    private static final int WAITING = 12;

    private final int cost;
    private final Semaphore cores =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), true);

    @Activate
    public Passwords() {
        this(COST);
    }

    /** @param cost bcrypt's: two to the power of it rounds */
    public Passwords(int cost) {
        this.cost = cost;
    }

    /** What is kept of the password. */
    public String hash(Secret password) {
        return alone(() -> new String(
                BCrypt.with(VERSION, LongPasswordStrategies.hashSha512(VERSION)).hash(cost, bytes(password)),
                StandardCharsets.US_ASCII));
    }

    /** Whether it is the password that {@code hash} was made of; false, after the same work, when there is no hash. */
    public boolean matches(Secret password, @Nullable String hash) {
        String against = hash == null ? nobody() : hash;
        boolean same = alone(() -> BCrypt.verifyer(VERSION, LongPasswordStrategies.hashSha512(VERSION))
                .verify(bytes(password), against.getBytes(StandardCharsets.US_ASCII))
                .verified);
        return same && hash != null;
    }

    /** A well-formed hash of our cost that no password is known for. */
    private String nobody() {
        return "$2b$%02d$".formatted(cost) + "abcdefghijklmnopqrstuu" + "abcdefghijklmnopqrstuvwxyz01234";
    }

    /** The same characters typed on another keyboard are the same password. */
    private static byte[] bytes(Secret password) {
        return Normalizer.normalize(password.reveal(), Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    }

    private <T> T alone(Supplier<T> work) {
        try {
            // whoever waits here holds a thread that other requests need
            if (cores.getQueueLength() >= WAITING || !cores.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.get();
        } finally {
            cores.release();
        }
    }

    private static RuntimeException busy() {
        return Problem.unavailable("password.busy", "Too many log-ins at once.", WAIT_SECONDS)
                .asException();
    }
}
