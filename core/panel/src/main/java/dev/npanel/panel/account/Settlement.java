package dev.npanel.panel.account;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.store.Ids;
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles what a crash or an agent that was away left of accounts: at start, and after each piece of work that was cut off, with
 * growing pauses until it is done. An OSGi service of the core; thread-safe.
 */
@Component(service = Settlement.class)
public final class Settlement implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
    private static final int FIRST_PAUSE_MILLIS = 500;
    private static final int LONGEST_PAUSE_MILLIS = 5_000;

    private final Provisioning provisioning;
    private final Ids ids = new Ids(Clock.systemUTC());
    private final ScheduledThreadPoolExecutor executor =
            new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "npanel-settlement"));

    @Activate
    public Settlement(@Reference Provisioning provisioning) {
        this.provisioning = provisioning;
        executor.setKeepAliveTime(1, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
    }

    /** Sees to it, soon. */
    public void wake() {
        schedule(0, FIRST_PAUSE_MILLIS);
    }

    @Deactivate
    @Override
    public void close() {
        executor.shutdownNow();
    }

    private void schedule(int afterMillis, int pause) {
        ScheduledFuture<?> unused = executor.schedule(() -> run(pause), afterMillis, TimeUnit.MILLISECONDS);
    }

    private void run(int pause) {
        try {
            if (provisioning.settle(system())) {
                return;
            }
        } catch (ProblemException notYet) {
            LOG.info("accounts are not settled yet: {}", notYet.getMessage());
        } catch (IllegalStateException failed) {
            LOG.error("accounts cannot be settled", failed);
        }
        schedule(pause, Math.min(pause * 2, LONGEST_PAUSE_MILLIS));
    }

    private CallContext system() {
        return CallContext.ofPanel(ids.next());
    }
}
