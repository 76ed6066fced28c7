package dev.npanel.panel.work;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.Text;
import dev.npanel.panel.account.Account;
import dev.npanel.panel.account.Accounts;
import dev.npanel.panel.audit.AuditLog;
import dev.npanel.panel.job.JobHandler;
import dev.npanel.panel.job.JobView;
import dev.npanel.panel.job.JobView.State;
import dev.npanel.panel.job.Jobs;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.store.Ids;
import dev.npanel.panel.store.Keys;
import dev.npanel.panel.store.Sql;
import dev.npanel.panel.store.Store;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Jobs in the store, each run in turn when it is due and its handler is there. Thread-safe. */
@Component(service = {Jobs.class, StoredJobs.class})
public final class StoredJobs implements Jobs, AutoCloseable {
    private static final int PER_ACCOUNT = 200;
    private static final int MAX_SUBJECT = 255;
    private static final Duration KEPT = Duration.ofDays(30);

    private final Store store;
    private final Clock clock;
    private final Ids ids;
    private final Seal seal;
    private final Accounts accounts;
    private final Events events;
    private final Handlers handlers = new Handlers();
    private final JobQueue queue;

    @Activate
    public StoredJobs(
            @Reference Store store,
            @Reference Keys keys,
            @Reference Accounts accounts,
            @Reference AuditLog audit,
            @Reference Events events) {
        this(store, keys, accounts, audit, events, Clock.systemUTC());
    }

    public StoredJobs(Store store, Keys keys, Accounts accounts, AuditLog audit, Events events, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.ids = new Ids(clock);
        this.seal = new Seal(keys);
        this.accounts = accounts;
        this.events = events;
        this.queue = new JobQueue(store, clock, handlers, new JobRunner(handlers, accounts, audit, seal), events);
    }

    /** Runs the jobs of this sort from now on, those that have waited for it first. */
    public void addHandler(JobHandler<?> handler) {
        if (handlers.add(handler)) {
            queue.schedule(handler.type());
        }
    }

    /** Jobs of this sort wait. */
    public void removeHandler(JobHandler<?> handler) {
        handlers.remove(handler);
    }

    /** Goes on with what a panel before this one was at; called once at start. */
    public void resume() {
        store.write(sql -> {
            JobTable.requeueRunning(sql, clock.instant());
            return this;
        });
        handlers.types().forEach(queue::schedule);
    }

    @Override
    public JobView submit(CallContext context, String type, String subject, Record payload) {
        Text.line(subject, MAX_SUBJECT);
        Handlers.Slot<?> slot = handlers.of(type).orElseThrow(() -> new IllegalStateException("no handler of " + type));
        Account account = accounts.find(context.caller().account()).orElseThrow(IllegalStateException::new);
        Job job = job(context, account, type, subject, slot.write(payload));
        store.write(sql -> {
            check(sql, job);
            JobTable.purge(sql, job.submitted().minus(KEPT));
            JobTable.insert(sql, job);
            return job;
        });
        events.publish(job.view());
        queue.schedule(job);
        return job.view();
    }

    @Override
    public void wake(String type, String subject) {
        Optional<Job> found = store.write(sql -> {
            Optional<Job> job = JobTable.unfinished(sql, type, subject);
            if (job.isPresent() && job.get().state() != State.RUNNING) {
                JobTable.queue(
                        sql, job.get().id(), clock.instant(), 0, job.get().progress());
            }
            return job;
        });
        found.ifPresent(job -> queue.wake(job.id()));
    }

    Optional<Job> find(String id) {
        return store.read(sql -> JobTable.find(sql, id));
    }

    List<Job> page(@Nullable AccountName account, String before, int limit) {
        return store.read(sql -> JobTable.page(sql, account, before, limit));
    }

    /** Ends a job that is not running just now. */
    void cancel(Job job) {
        boolean cancelled = store.write(sql -> {
            Optional<Job> now = JobTable.find(sql, job.id());
            boolean possible = now.map(Job::state)
                    .filter(state -> state == State.QUEUED || state == State.WAITING)
                    .isPresent();
            if (possible) {
                JobTable.end(sql, job.id(), State.CANCELLED, null, clock.instant());
            }
            return possible;
        });
        if (!cancelled) {
            throw conflict("job.running", "The job is running or over.");
        }
        find(job.id()).map(Job::view).ifPresent(events::publish);
    }

    @Deactivate
    @Override
    public void close() {
        queue.close();
    }

    private Job job(CallContext context, Account account, String type, String subject, String payload) {
        String id = ids.next();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Job(
                id,
                type,
                subject,
                account.id(),
                account.name(),
                context.caller().from(),
                payload,
                seal.over(id, type, subject, account.id(), payload),
                State.QUEUED,
                "",
                now,
                now,
                0,
                null);
    }

    private static void check(Sql sql, Job job) throws SQLException {
        if (JobTable.unfinished(sql, job.type(), job.subject()).isPresent()) {
            throw conflict("job.exists", "Such a job is under way already.");
        }
        if (JobTable.unfinishedOf(sql, job.accountId()) >= PER_ACCOUNT) {
            throw Problem.of(ProblemKind.LIMIT, "job.limit", "The account has too many unfinished jobs.")
                    .asException();
        }
    }

    private static ProblemException conflict(String code, String message) {
        return Problem.of(ProblemKind.CONFLICT, code, message).asException();
    }
}
