package dev.npanel.panel.work;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.panel.account.Account;
import dev.npanel.panel.account.Accounts;
import dev.npanel.panel.job.JobView;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells those who listen what happens to their own jobs. Every few seconds, and before each event, it is looked up whether the
 * account may still listen. An OSGi service of the core; thread-safe; nothing runs while nobody listens.
 */
@Component(service = Events.class)
public final class Events implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Events.class);
    private static final int MOST = 200;
    private static final int MOST_OF_ACCOUNT = 10;
    private static final int BEAT_SECONDS = 15;

    private final Accounts accounts;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledThreadPoolExecutor executor =
            new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "npanel-events"));

    private record Listener(AccountName account, String id, int version, Sse sse, SseEventSink sink) {}

    @Activate
    public Events(@Reference Accounts accounts) {
        this.accounts = accounts;
        executor.setKeepAliveTime(1, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
    }

    /** From now on tells this sink, until it is closed. */
    void listen(AccountName name, Sse sse, SseEventSink sink) {
        Account account = accounts.find(name).orElseThrow(IllegalStateException::new);
        long own = listeners.stream()
                .filter(each -> each.id().equals(account.id()))
                .count();
        if (own >= MOST_OF_ACCOUNT || listeners.size() >= MOST) {
            throw Problem.of(ProblemKind.LIMIT, "event.limit", "Too many listeners.")
                    .asException();
        }
        listeners.add(new Listener(name, account.id(), account.tokenVersion(), sse, sink));
        execute(this::beat);
    }

    /** Tells the job's owner. */
    void publish(JobView job) {
        if (!listeners.isEmpty()) {
            execute(() -> listeners.stream()
                    .filter(each -> each.account().equals(job.by()))
                    .forEach(each -> send(
                            each,
                            each.sse()
                                    .newEventBuilder()
                                    .name("job")
                                    .id(job.id())
                                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                                    .data(JobView.class, job)
                                    .build())));
        }
    }

    @Deactivate
    @Override
    public void close() {
        executor.shutdownNow();
        listeners.forEach(each -> each.sink().close());
    }

    private void beat() {
        listeners.forEach(each ->
                send(each, each.sse().newEventBuilder().comment("still here").build()));
        if (!listeners.isEmpty() && executor.getQueue().isEmpty()) {
            ScheduledFuture<?> unused = executor.schedule(this::beat, BEAT_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void send(Listener listener, OutboundSseEvent event) {
        Predicate<Account> same = account -> account.usable() && account.tokenVersion() == listener.version();
        if (listener.sink().isClosed()
                || accounts.findById(listener.id()).filter(same).isEmpty()) {
            drop(listener);
            return;
        }
        try {
            CompletionStage<?> unused = listener.sink().send(event).exceptionally(failed -> {
                drop(listener);
                return null;
            });
        } catch (IllegalStateException closed) {
            drop(listener);
        }
    }

    private void drop(Listener listener) {
        listeners.remove(listener);
        listener.sink().close();
    }

    private void execute(Runnable work) {
        try {
            executor.execute(work);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("stopping", stopping);
        }
    }
}
