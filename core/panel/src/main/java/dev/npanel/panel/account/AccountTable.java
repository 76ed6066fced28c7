package dev.npanel.panel.account;

import dev.npanel.api.action.Caller.Role;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.EmailAddress;
import dev.npanel.panel.account.Account.State;
import dev.npanel.panel.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of accounts. */
final class AccountTable {
    private static final String COLUMNS =
            "id, name, role, state, suspended, email, token_version, package, parent, created";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM account";

    private AccountTable() {}

    static Optional<Account> byName(Sql sql, AccountName name) throws SQLException {
        return sql.one(SELECT + " WHERE name = ?", AccountTable::account, name.text());
    }

    static Optional<Account> byId(Sql sql, String id) throws SQLException {
        return sql.one(SELECT + " WHERE id = ?", AccountTable::account, id);
    }

    /** The account of a session that is not over. */
    static Optional<Account> bySession(Sql sql, String id, String session, Instant now) throws SQLException {
        return sql.one(
                SELECT + " WHERE id = ? AND EXISTS (SELECT 1 FROM session s WHERE s.id = ? AND s.account = account.id"
                        + " AND s.expires > ?)",
                AccountTable::account,
                id,
                session,
                now.toEpochMilli());
    }

    static Optional<String> hash(Sql sql, AccountName name) throws SQLException {
        return sql.one("SELECT password_hash FROM account WHERE name = ?", row -> row.getString(1), name.text());
    }

    static List<Account> page(Sql sql, String after, int limit) throws SQLException {
        return sql.list(SELECT + " WHERE name > ? ORDER BY name LIMIT ?", AccountTable::account, after, limit);
    }

    static List<Account> unsettled(Sql sql) throws SQLException {
        return sql.list(SELECT + " WHERE state IN ('CREATING', 'DELETING') ORDER BY name", AccountTable::account);
    }

    static void insert(Sql sql, Account account, String hash) throws SQLException {
        sql.update(
                "INSERT INTO account (" + COLUMNS + ", password_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                account.id(),
                account.name().text(),
                account.role().name(),
                account.state().name(),
                account.suspended() ? 1 : 0,
                account.email() == null ? null : account.email().text(),
                account.tokenVersion(),
                account.packageName(),
                account.parent(),
                account.created().toEpochMilli(),
                hash);
    }

    static void state(Sql sql, String id, State state) throws SQLException {
        sql.update("UPDATE account SET state = ? WHERE id = ?", state.name(), id);
    }

    static void suspended(Sql sql, String id, boolean suspended) throws SQLException {
        sql.update("UPDATE account SET suspended = ? WHERE id = ?", suspended ? 1 : 0, id);
    }

    static void hash(Sql sql, String id, String hash) throws SQLException {
        sql.update("UPDATE account SET password_hash = ? WHERE id = ?", hash, id);
    }

    /** No token that was given out is good any more. */
    static void endSessions(Sql sql, String id) throws SQLException {
        sql.update("UPDATE account SET token_version = token_version + 1 WHERE id = ?", id);
        sql.update("DELETE FROM session WHERE account = ?", id);
    }

    static void delete(Sql sql, String id) throws SQLException {
        sql.update("DELETE FROM account WHERE id = ?", id);
    }

    static long usableAdministrators(Sql sql) throws SQLException {
        return sql.number("SELECT count(*) FROM account WHERE role = 'ADMINISTRATOR'"
                + " AND suspended = 0 AND state = 'ACTIVE'");
    }

    static long administrators(Sql sql) throws SQLException {
        return sql.number("SELECT count(*) FROM account WHERE role = 'ADMINISTRATOR'");
    }

    static long domains(Sql sql, String id) throws SQLException {
        return sql.number("SELECT count(*) FROM domain WHERE account = ?", id);
    }

    static boolean hasPackage(Sql sql, String name) throws SQLException {
        return sql.number("SELECT count(*) FROM package WHERE name = ?", name) > 0;
    }

    private static Account account(ResultSet row) throws SQLException {
        @Nullable String email = row.getString("email");
        return new Account(
                row.getString("id"),
                new AccountName(row.getString("name")),
                Role.valueOf(row.getString("role")),
                State.valueOf(row.getString("state")),
                row.getInt("suspended") != 0,
                email == null ? null : new EmailAddress(email),
                row.getInt("token_version"),
                row.getString("package"),
                row.getString("parent"),
                Instant.ofEpochMilli(row.getLong("created")));
    }
}
