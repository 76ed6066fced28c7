package dev.npanel.web.nginx.server;

import dev.npanel.host.unit.Reloading;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells when nginx has taken a configuration, or why it has not. Thread-safe. */
@Component(service = Reloading.class)
public final class NginxReloading implements Reloading {
    static final String UNIT = "nginx.service";

    private static final System.Logger LOG = System.getLogger(NginxReloading.class.getName());
    private static final Watch NOTHING = new NothingToWaitFor();

    private final Path socket;
    private final Path pid;
    private final Path log;
    private final Refusals refusals;

    @Activate
    public NginxReloading(@Reference Refusals refusals) {
        this(
                Path.of("/run/npanel-nginx/status.sock"),
                Path.of("/run/nginx.pid"),
                Path.of("/var/log/nginx/error.log"),
                refusals);
    }

    /**
     * @param socket where nginx listens for us, in a directory that is root's alone
     * @param pid the file with its master's number
     * @param log where its master writes
     */
    NginxReloading(Path socket, Path pid, Path log, Refusals refusals) {
        this.refusals = refusals;
        this.socket = socket;
        this.pid = pid;
        this.log = log;
    }

    @Override
    public String unit() {
        return UNIT;
    }

    @Override
    public Watch watch() {
        try {
            OldWorkers workers = OldWorkers.of(pid);
            ErrorLog messages = ErrorLog.from(log);
            return new ReloadWatch(IdleConnection.of(socket), workers, messages, refusals);
        } catch (IOException notRunning) {
            LOG.log(Level.INFO, "nginx does not run, or without nPanel's part: " + notRunning.getMessage());
            return NOTHING;
        }
    }

    /** What does not run reads its configuration when it starts. */
    private static final class NothingToWaitFor implements Watch {
        @Override
        public void await(Duration patience) {
            // there is nothing
        }

        @Override
        public void close() {
            // there is nothing
        }
    }
}
