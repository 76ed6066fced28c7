package dev.npanel.web.nginx.server;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.host.step.Content;
import dev.npanel.host.unit.Reloading;
import dev.npanel.web.nginx.site.Places;
import dev.npanel.web.nginx.site.VhostFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
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
    private final Refusals refusals;

    ReloadWatch(IdleConnection connection, OldWorkers workers, ErrorLog log, Refusals refusals) {
        this.refusals = refusals;
        this.connection = connection;
        this.workers = workers;
        this.log = log;
    }

    @Override
    public OptionalLong process() {
        return OptionalLong.of(workers.master());
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
            refusals.taken();
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

    private RuntimeException refused(String message) {
        LOG.log(Level.WARNING, "nginx refuses the configuration: " + message);
        Refusals.Refusal refusal = Refusals.Refusal.of(message);
        refusals.refused(refusal);
        String code = isChangedByHand(refusal.file()) ? "web.neighbour" : "web.refused";
        return Problem.of(ProblemKind.CONFLICT, code, "nginx refuses: " + forPeople(message))
                .asException();
    }

    /** Whether it is a site's file, and not as nPanel has written it: then it is to blame, and no change of anything else. */
    private static boolean isChangedByHand(String file) {
        try {
            return file.startsWith(Places.sites() + "/")
                    && !VhostFile.isIntact(Content.of(Files.readAllBytes(Path.of(file))));
        } catch (IOException gone) {
            return false;
        }
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
