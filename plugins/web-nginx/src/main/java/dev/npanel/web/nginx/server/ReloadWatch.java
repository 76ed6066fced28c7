package dev.npanel.web.nginx.server;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.host.unit.Reloading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** One reload of nginx: over when the old workers quit. */
final class ReloadWatch implements Reloading.Watch {
    private static final System.Logger LOG = System.getLogger(ReloadWatch.class.getName());
    /** How often is looked whether nginx has refused, while the first of the old workers is waited for. */
    private static final Duration LOOK = Duration.ofMillis(50);
    /** All of them are told at once: the others are not far behind. */
    private static final Duration NOT_FAR = Duration.ofMillis(1);

    private static final int RETRY = 5;
    private static final Pattern SITE = Pattern.compile(" in /etc/nginx/npanel/sites/(\\S+)\\.conf:(\\d+)");
    private static final Pattern DIRECTORIES = Pattern.compile("/(?:[^/\\s\"]+/)+");

    private final IdleConnection connection;
    private final OldWorkers workers;
    private final ErrorLog log;

    ReloadWatch(IdleConnection connection, OldWorkers workers, ErrorLog log) {
        this.connection = connection;
        this.workers = workers;
        this.log = log;
    }

    @Override
    public void await(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!connection.ends(LOOK)) {
                Optional<String> refusal = log.refusal();
                if (refusal.isPresent()) {
                    throw refused(refusal.get());
                }
                requireTime(end);
            }
            while (!workers.quit()) {
                LockSupport.parkNanos(NOT_FAR.toNanos());
                requireTime(end);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, "closed already", gone);
        }
    }

    private static RuntimeException refused(String message) {
        LOG.log(Level.WARNING, "nginx refuses the configuration: " + message);
        return Problem.of(ProblemKind.CONFLICT, "web.refused", "nginx refuses: " + forPeople(message))
                .asException();
    }

    private static void requireTime(long end) {
        if (System.nanoTime() > end) {
            throw Problem.unavailable("web.backend.away", "nginx has not taken the change in time.", RETRY)
                    .asException();
        }
    }

    /** The message with the site and the line, and no directory of the host. */
    static String forPeople(String message) {
        String text = SITE.matcher(message).replaceAll(" (site $1, line $2)");
        return DIRECTORIES.matcher(text).replaceAll("");
    }
}
