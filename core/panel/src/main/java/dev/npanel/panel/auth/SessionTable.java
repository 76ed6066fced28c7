package dev.npanel.panel.auth;

import dev.npanel.panel.store.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The tables of sessions and their refresh tokens. */
final class SessionTable {
    private static final int PURGE = 100;

    /** A refresh token as it is kept. */
    record Token(String session, String account, boolean used, Instant expires, Instant sessionExpires) {}

    private SessionTable() {}

    static Optional<Token> token(Sql sql, String hash) throws SQLException {
        return sql.one(
                "SELECT s.id, s.account, t.used, t.expires, s.expires FROM refresh_token t"
                        + " JOIN session s ON s.id = t.session WHERE t.hash = ?",
                row -> new Token(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3) != null,
                        Instant.ofEpochMilli(row.getLong(4)),
                        Instant.ofEpochMilli(row.getLong(5))),
                hash);
    }

    static void insertSession(Sql sql, String id, String account, String source, Instant created, Instant expires)
            throws SQLException {
        sql.update(
                "INSERT INTO session (id, account, source, created, expires) VALUES (?, ?, ?, ?, ?)",
                id,
                account,
                source,
                created.toEpochMilli(),
                expires.toEpochMilli());
    }

    static void insertToken(Sql sql, String hash, String session, Instant expires) throws SQLException {
        sql.update(
                "INSERT INTO refresh_token (hash, session, expires) VALUES (?, ?, ?)",
                hash,
                session,
                expires.toEpochMilli());
    }

    static void use(Sql sql, String hash, Instant now) throws SQLException {
        sql.update("UPDATE refresh_token SET used = ? WHERE hash = ?", now.toEpochMilli(), hash);
    }

    static void delete(Sql sql, String session) throws SQLException {
        sql.update("DELETE FROM session WHERE id = ?", session);
    }

    /** Forgets some of what is over; called where a session is made anyway. */
    static void purge(Sql sql, Instant now) throws SQLException {
        sql.update(
                "DELETE FROM session WHERE id IN (SELECT id FROM session WHERE expires < ? LIMIT " + PURGE + ")",
                now.toEpochMilli());
    }

    /** Ends the oldest sessions of an account that has more than {@code most}. */
    static void keep(Sql sql, String account, int most) throws SQLException {
        sql.update(
                "DELETE FROM session WHERE account = ? AND id NOT IN"
                        + " (SELECT id FROM session WHERE account = ? ORDER BY created DESC, id DESC LIMIT ?)",
                account,
                account,
                most);
    }
}
