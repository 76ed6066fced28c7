package dev.npanel.panel.work;

import dev.npanel.api.value.AccountName;
import dev.npanel.panel.job.JobView.State;
import dev.npanel.panel.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of jobs. */
final class JobTable {
    private static final String SELECT =
            "SELECT j.id, j.type, j.subject, j.account, a.name AS by_name, j.source, j.payload, j.seal, j.state,"
                    + " j.progress, j.submitted, j.next_run, j.attempts, j.failed"
                    + " FROM job j JOIN account a ON a.id = j.account";
    private static final String UNFINISHED = "state IN ('QUEUED', 'RUNNING', 'WAITING')";

    private JobTable() {}

    static void insert(Sql sql, Job job) throws SQLException {
        sql.update(
                "INSERT INTO job (id, type, subject, account, source, payload, seal, state, progress, submitted,"
                        + " next_run, attempts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                job.id(),
                job.type(),
                job.subject(),
                job.accountId(),
                job.source(),
                job.payload(),
                job.seal(),
                job.state().name(),
                job.progress(),
                job.submitted().toEpochMilli(),
                millis(job.nextRun()),
                job.attempts());
    }

    static Optional<Job> find(Sql sql, String id) throws SQLException {
        return sql.one(SELECT + " WHERE j.id = ?", JobTable::job, id);
    }

    static Optional<Job> unfinished(Sql sql, String type, String subject) throws SQLException {
        return sql.one(
                SELECT + " WHERE j.type = ? AND j.subject = ? AND j." + UNFINISHED, JobTable::job, type, subject);
    }

    static long unfinishedOf(Sql sql, String accountId) throws SQLException {
        return sql.number("SELECT count(*) FROM job WHERE account = ? AND " + UNFINISHED, accountId);
    }

    /** The queued jobs of a type, with the time of their next run. */
    static List<Job> queued(Sql sql, String type) throws SQLException {
        return sql.list(SELECT + " WHERE j.type = ? AND j.state = 'QUEUED' ORDER BY j.next_run", JobTable::job, type);
    }

    /** Newest first, older than {@code before}; of one account, or of all when that is null. */
    static List<Job> page(Sql sql, @Nullable AccountName account, String before, int limit) throws SQLException {
        return sql.list(
                SELECT + " WHERE (? IS NULL OR a.name = ?) AND j.id < ? ORDER BY j.id DESC LIMIT ?",
                JobTable::job,
                account == null ? null : account.text(),
                account == null ? null : account.text(),
                before,
                limit);
    }

    /** Takes a queued job that is due for a run; false when somebody else has. */
    static boolean claim(Sql sql, String id, Instant now) throws SQLException {
        return sql.update(
                        "UPDATE job SET state = 'RUNNING' WHERE id = ? AND state = 'QUEUED' AND next_run <= ?",
                        id,
                        now.toEpochMilli())
                > 0;
    }

    /** What a killed panel was at, is to be done again. */
    static void requeueRunning(Sql sql, Instant now) throws SQLException {
        sql.update("UPDATE job SET state = 'QUEUED', next_run = ? WHERE state = 'RUNNING'", now.toEpochMilli());
    }

    static void queue(Sql sql, String id, Instant next, int attempts, String progress) throws SQLException {
        sql.update(
                "UPDATE job SET state = 'QUEUED', next_run = ?, attempts = ?, progress = ? WHERE id = ?",
                next.toEpochMilli(),
                attempts,
                progress,
                id);
    }

    static void await(Sql sql, String id, String progress) throws SQLException {
        sql.update(
                "UPDATE job SET state = 'WAITING', next_run = NULL, attempts = 0, progress = ? WHERE id = ?",
                progress,
                id);
    }

    /** How far a run is. */
    static boolean tell(Sql sql, String id, String progress) throws SQLException {
        return sql.update("UPDATE job SET progress = ? WHERE id = ? AND state = 'RUNNING'", progress, id) > 0;
    }

    static void done(Sql sql, String id, String progress, Instant now) throws SQLException {
        sql.update(
                "UPDATE job SET state = 'DONE', next_run = NULL, progress = ?, ended = ? WHERE id = ?",
                progress,
                now.toEpochMilli(),
                id);
    }

    /** It ends where it is. */
    static void end(Sql sql, String id, State state, @Nullable String failed, Instant now) throws SQLException {
        sql.update(
                "UPDATE job SET state = ?, next_run = NULL, failed = ?, ended = ? WHERE id = ?",
                state.name(),
                failed,
                now.toEpochMilli(),
                id);
    }

    static void purge(Sql sql, Instant before) throws SQLException {
        sql.update("DELETE FROM job WHERE ended < ?", before.toEpochMilli());
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static Job job(ResultSet row) throws SQLException {
        long next = row.getLong("next_run");
        @Nullable Instant nextRun = row.wasNull() ? null : Instant.ofEpochMilli(next);
        return new Job(
                row.getString("id"),
                row.getString("type"),
                row.getString("subject"),
                row.getString("account"),
                new AccountName(row.getString("by_name")),
                row.getString("source"),
                row.getString("payload"),
                row.getString("seal"),
                State.valueOf(row.getString("state")),
                row.getString("progress"),
                Instant.ofEpochMilli(row.getLong("submitted")),
                nextRun,
                row.getInt("attempts"),
                row.getString("failed"));
    }
}
