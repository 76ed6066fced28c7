package dev.npanel.panel.audit;

import dev.npanel.panel.audit.Line.Phase;
import dev.npanel.panel.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of the trail. */
final class AuditTable {
    private static final String COLUMNS =
            "seq, at, phase, intent, request, account, role, source, action, target, outcome, change, hash";

    /** A line at its place. */
    record Entry(long seq, Line line, String hash) {}

    /** The last line's place. */
    record Head(long seq, String hash) {}

    private AuditTable() {}

    static Head head(Sql sql) throws SQLException {
        return sql.one(
                        "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1",
                        row -> new Head(row.getLong(1), row.getString(2)))
                .orElse(new Head(0, Chain.GENESIS));
    }

    /** Appends the line after {@code head}. */
    static Head append(Sql sql, Head head, Line line) throws SQLException {
        Head next = new Head(head.seq() + 1, Chain.next(head.hash(), head.seq() + 1, line));
        Actor actor = line.actor();
        sql.update(
                "INSERT INTO audit (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                next.seq(),
                line.at(),
                line.phase().name(),
                line.intent(),
                actor.request(),
                actor.account(),
                actor.role(),
                actor.from(),
                line.action(),
                line.target(),
                line.outcome(),
                line.change(),
                next.hash());
        return next;
    }

    /** Newest first, older than {@code before}, at most {@code limit}. */
    static List<Entry> page(Sql sql, AuditFilter filter, long before, int limit) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(List.of(before));
        String where = filter.where(values);
        values.add(limit);
        return sql.list(
                "SELECT " + COLUMNS + " FROM audit WHERE seq < ?" + where + " ORDER BY seq DESC LIMIT ?",
                AuditTable::entry,
                values.toArray());
    }

    /** In order, after {@code seq}, at most {@code limit}. */
    static List<Entry> after(Sql sql, long seq, int limit) throws SQLException {
        return sql.list(
                "SELECT " + COLUMNS + " FROM audit WHERE seq > ? ORDER BY seq LIMIT ?", AuditTable::entry, seq, limit);
    }

    /** Intents among the last {@code window} lines that have no outcome. */
    static List<Entry> open(Sql sql, long window) throws SQLException {
        return sql.list(
                "SELECT " + COLUMNS + " FROM audit a WHERE phase = 'INTENT'"
                        + " AND seq > (SELECT coalesce(max(seq), 0) FROM audit) - ?"
                        + " AND NOT EXISTS (SELECT 1 FROM audit o WHERE o.intent = a.seq) ORDER BY seq",
                AuditTable::entry,
                window);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        long intent = row.getLong("intent");
        @Nullable Long announced = row.wasNull() ? null : intent;
        Line line = new Line(
                row.getLong("at"),
                Phase.valueOf(row.getString("phase")),
                announced,
                new Actor(
                        row.getString("account"),
                        row.getString("role"),
                        row.getString("source"),
                        row.getString("request")),
                row.getString("action"),
                row.getString("target"),
                row.getString("outcome"),
                row.getString("change"));
        return new Entry(row.getLong("seq"), line, row.getString("hash"));
    }
}
