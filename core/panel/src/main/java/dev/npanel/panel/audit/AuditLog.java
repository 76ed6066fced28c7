package dev.npanel.panel.audit;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.panel.audit.Line.Phase;
import dev.npanel.panel.store.Store;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Where all that is privileged is written down. What cannot be written down is not done: {@link #intent} and {@link #event}
 * return when the line has survived a power cut, or throw {@code UNAVAILABLE}. An OSGi service of the core; thread-safe.
 */
@Component(service = AuditLog.class)
public final class AuditLog implements AutoCloseable {
    private static final int WAIT_SECONDS = 10;

    private final AuditWriter writer;
    private final Clock clock;

    /** Something that was announced and has not ended yet. */
    public record Intent(long seq, Actor actor, String action, String target) {}

    @Activate
    public AuditLog(@Reference Store store) {
        this(store, Clock.systemUTC());
    }

    public AuditLog(Store store, Clock clock) {
        this.writer = new AuditWriter(store);
        this.clock = clock;
    }

    /** Announces what is about to be done. */
    public Intent intent(Actor actor, String action, String target) {
        Line line = new Line(clock.millis(), Phase.INTENT, null, actor, action, target, "", null);
        return new Intent(await(writer.append(line)), actor, action, target);
    }

    /** How it ended; does not wait for the disk, since after a crash the intent tells that the end is not known. */
    public void outcome(Intent intent, String outcome, @Nullable String change) {
        CompletableFuture<Long> unused = writer.append(new Line(
                clock.millis(),
                Phase.OUTCOME,
                intent.seq(),
                intent.actor(),
                intent.action(),
                intent.target(),
                outcome,
                change));
    }

    /** Something that has happened. */
    public void event(Actor actor, String action, String target, String outcome) {
        await(writer.append(line(actor, action, target, outcome)));
    }

    /** Something that has happened and changed nothing; does not wait for the disk. */
    public void note(Actor actor, String action, String target, String outcome) {
        CompletableFuture<Long> unused = writer.append(line(actor, action, target, outcome));
    }

    /** Does something between its intent and its outcome. */
    public <T> T around(Actor actor, String action, String target, Supplier<T> work) {
        Intent intent = intent(actor, action, target);
        String outcome = "FAILED";
        try {
            T result = work.get();
            outcome = "ok";
            return result;
        } catch (ProblemException refused) {
            outcome = outcome(refused.problem());
            throw refused;
        } finally {
            outcome(intent, outcome, null);
        }
    }

    /** The outcome that a problem is. */
    public static String outcome(Problem problem) {
        return problem.kind() + " " + problem.code();
    }

    /** Returns when everything up to now can be read. */
    void settle() {
        await(writer.settled());
    }

    @Deactivate
    @Override
    public void close() {
        writer.close();
    }

    private Line line(Actor actor, String action, String target, String outcome) {
        return new Line(clock.millis(), Phase.EVENT, null, actor, action, target, outcome, null);
    }

    private static <T> T await(CompletableFuture<T> written) {
        try {
            return written.get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw away(stopped);
        } catch (ExecutionException | TimeoutException failed) {
            throw away(failed);
        }
    }

    private static ProblemException away(Exception cause) {
        return new ProblemException(
                Problem.unavailable("audit.away", "The audit trail cannot be written just now.", 1), cause);
    }
}
