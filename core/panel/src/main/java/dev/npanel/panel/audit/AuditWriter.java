package dev.npanel.panel.audit;

import dev.npanel.api.problem.Problem;
import dev.npanel.panel.audit.AuditTable.Head;
import dev.npanel.panel.audit.Line.Phase;
import dev.npanel.panel.store.Sql;
import dev.npanel.panel.store.Store;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends lines in the order they come, all that are waiting in one transaction, so that a hundred callers at once share a
 * few {@code fsync}s. Thread-safe.
 */
final class AuditWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuditWriter.class);
    private static final int WAITING = 8_192;
    private static final int BATCH = 512;
    private static final int WINDOW = 20_000;
    private static final int STOP_SECONDS = 5;

    private final Store store;
    private final BlockingQueue<Pending> queue = new ArrayBlockingQueue<>(WAITING);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "npanel-audit"));
    private boolean resumed;

    /** A line and the number it gets. */
    private record Pending(Line line, CompletableFuture<Long> written) {}

    AuditWriter(Store store) {
        this.store = store;
    }

    /** Completed with the line's number once it is on the disk, or with what kept it from that. */
    CompletableFuture<Long> append(Line line) {
        Pending pending = new Pending(line, new CompletableFuture<>());
        try {
            if (queue.offer(pending)) {
                thread.execute(this::drain);
                return pending.written();
            }
            LOG.error("too many lines for the audit trail at once; lost: {}", line);
        } catch (RejectedExecutionException stopped) {
            LOG.error("the panel stops; lost for the audit trail: {}", line);
        }
        pending.written()
                .completeExceptionally(Problem.unavailable("audit.busy", "The panel is too busy.", 1)
                        .asException());
        return pending.written();
    }

    /** Completed when all that was appended so far is on the disk. */
    CompletableFuture<Void> settled() {
        return CompletableFuture.runAsync(this::drain, thread);
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.error("{} lines of the audit trail could not be written", queue.size());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void drain() {
        List<Pending> batch = new ArrayList<>();
        while (queue.drainTo(batch, BATCH) > 0) {
            write(batch);
            batch.clear();
        }
    }

    private void write(List<Pending> batch) {
        try {
            long first = store.write(sql -> {
                Head head = AuditTable.head(sql);
                if (!resumed) {
                    head = finishInterrupted(sql, head, batch.get(0).line().at());
                }
                long place = head.seq() + 1;
                for (Pending each : batch) {
                    head = AuditTable.append(sql, head, each.line());
                }
                return place;
            });
            resumed = true;
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).written().complete(first + i);
            }
        } catch (RuntimeException failed) {
            LOG.error("{} lines of the audit trail could not be written", batch.size(), failed);
            batch.forEach(each -> each.written().completeExceptionally(failed));
        }
    }

    /** What was under way when the panel was killed: nobody knows here how it ended; the agent's trail does. */
    private static Head finishInterrupted(Sql sql, Head last, long now) throws SQLException {
        Head head = last;
        for (AuditTable.Entry intent : AuditTable.open(sql, WINDOW)) {
            Line line = intent.line();
            head = AuditTable.append(
                    sql,
                    head,
                    new Line(
                            now,
                            Phase.OUTCOME,
                            intent.seq(),
                            line.actor(),
                            line.action(),
                            line.target(),
                            "UNKNOWN panel.interrupted",
                            null));
        }
        return head;
    }
}
