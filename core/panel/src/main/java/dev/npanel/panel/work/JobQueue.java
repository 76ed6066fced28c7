package dev.npanel.panel.work;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.panel.job.JobResult;
import dev.npanel.panel.job.JobView.State;
import dev.npanel.panel.store.Sql;
import dev.npanel.panel.store.Store;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs when they are due. A run begins with taking the job in the store, so that it does not matter how often a job was
 * scheduled. Thread-safe; has no threads while nothing is due soon.
 */
final class JobQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);
    private static final int THREADS = 3;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration STORE_PAUSE = Duration.ofSeconds(5);

    private final Store store;
    private final Clock clock;
    private final Handlers handlers;
    private final JobRunner runner;
    private final Events events;
    private final Set<String> woken = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor executor =
            new ScheduledThreadPoolExecutor(THREADS, task -> new Thread(task, "npanel-jobs"));

    JobQueue(Store store, Clock clock, Handlers handlers, JobRunner runner, Events events) {
        this.store = store;
        this.clock = clock;
        this.handlers = handlers;
        this.runner = runner;
        this.events = events;
        executor.setKeepAliveTime(1, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
    }

    /** The queued jobs of the type, each at its time. */
    void schedule(String type) {
        after(Duration.ZERO, () -> store.read(sql -> JobTable.queued(sql, type)).forEach(this::schedule));
    }

    /** The job at its time. */
    void schedule(Job job) {
        Instant next = job.nextRun() == null ? clock.instant() : job.nextRun();
        after(Duration.between(clock.instant(), next), () -> run(job.id()));
    }

    /** The job now; when it is running, once more. */
    void wake(String id) {
        woken.add(id);
        after(Duration.ZERO, () -> run(id));
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    /** When the store is away the work is tried again: nothing is taken for done that is not written down. */
    private void after(Duration pause, Runnable work) {
        // rounded up: a timer that is a moment early would find that the job is not due
        long millis = Math.max(0, pause.toMillis() + (pause.isZero() || pause.isNegative() ? 0 : 1));
        try {
            ScheduledFuture<?> unused = executor.schedule(() -> attempt(work), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("jobs go on after the restart", stopping);
        }
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (ProblemException storeAway) {
            LOG.warn("jobs: {}", storeAway.getMessage());
            after(STORE_PAUSE, work);
        }
    }

    private void run(String id) {
        Optional<Job> job = find(id).filter(each -> handlers.of(each.type()).isPresent());
        if (job.isPresent() && store.write(sql -> JobTable.claim(sql, id, clock.instant()))) {
            woken.remove(id);
            publish(id);
            JobRunner.End end = end(job.get());
            attempt(() -> conclude(job.get(), end));
        }
    }

    private JobRunner.End end(Job job) {
        try {
            return runner.run(job, new Progress(clock, told -> tell(job.id(), told)));
        } catch (ProblemException storeAway) {
            return new JobRunner.End.Away(storeAway.problem());
        }
    }

    private void conclude(Job job, JobRunner.End end) {
        Instant now = clock.instant();
        store.write(sql -> {
            if (end instanceof JobRunner.End.Over over) {
                JobTable.end(sql, job.id(), over.state(), over.why(), now);
            } else if (end instanceof JobRunner.End.Away away) {
                Instant next = now.plus(pause(job.attempts()));
                JobTable.queue(
                        sql, job.id(), next, job.attempts() + 1, away.problem().message());
            } else if (end instanceof JobRunner.End.Result result) {
                conclude(sql, job, result.result(), now);
            }
            return end;
        });
        publish(job.id());
        if (woken.remove(job.id())) {
            again(job.id());
        }
        find(job.id()).filter(each -> each.state() == State.QUEUED).ifPresent(this::schedule);
    }

    /** It was woken while it ran, when it could not yet see why. */
    private void again(String id) {
        store.write(sql -> {
            Optional<Job> job = JobTable.find(sql, id);
            if (job.isPresent()
                    && (job.get().state() == State.QUEUED || job.get().state() == State.WAITING)) {
                JobTable.queue(sql, id, clock.instant(), 0, job.get().progress());
            }
            return id;
        });
    }

    private static void conclude(Sql sql, Job job, JobResult result, Instant now) throws SQLException {
        if (result instanceof JobResult.Done done) {
            JobTable.done(sql, job.id(), done.progress(), now);
        } else if (result instanceof JobResult.Waiting waiting) {
            JobTable.await(sql, job.id(), waiting.progress());
        } else if (result instanceof JobResult.Again later) {
            JobTable.queue(sql, job.id(), now.plus(later.after()), 0, later.progress());
        }
    }

    private void tell(String id, String progress) {
        store.write(sql -> JobTable.tell(sql, id, progress));
        publish(id);
    }

    private static Duration pause(int attempts) {
        Duration pause = Duration.ofSeconds(1L << Math.min(attempts, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private Optional<Job> find(String id) {
        return store.read(sql -> JobTable.find(sql, id));
    }

    private void publish(String id) {
        find(id).map(Job::view).ifPresent(events::publish);
    }
}
