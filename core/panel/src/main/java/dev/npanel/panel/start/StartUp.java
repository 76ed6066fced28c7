package dev.npanel.panel.start;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.panel.account.Settlement;
import dev.npanel.panel.setup.SetupToken;
import dev.npanel.panel.work.StoredJobs;
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
 * What has to be done once, with the store open: the setup token is made when it is needed, accounts that a crash left half-made
 * are settled, jobs go on. Tried again while the store cannot be used, so that a full disk needs no restart.
 */
@Component(service = StartUp.class, immediate = true)
public final class StartUp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StartUp.class);
    private static final int RETRY_SECONDS = 5;

    private final SetupToken token;
    private final Settlement settlement;
    private final StoredJobs jobs;
    private final ScheduledThreadPoolExecutor executor =
            new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "npanel-start"));

    @Activate
    public StartUp(@Reference SetupToken token, @Reference Settlement settlement, @Reference StoredJobs jobs) {
        this.token = token;
        this.settlement = settlement;
        this.jobs = jobs;
        executor.setKeepAliveTime(1, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
        executor.execute(this::run);
    }

    @Deactivate
    @Override
    public void close() {
        executor.shutdownNow();
    }

    private void run() {
        try {
            token.prepare();
            settlement.wake();
            jobs.resume();
        } catch (ProblemException notYet) {
            LOG.error("cannot start yet: {}", notYet.getMessage());
            ScheduledFuture<?> unused = executor.schedule(this::run, RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }
}
