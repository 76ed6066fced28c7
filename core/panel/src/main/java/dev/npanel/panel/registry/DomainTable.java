package dev.npanel.panel.registry;

import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.panel.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of domains. */
final class DomainTable {
    private static final String SELECT =
            "SELECT d.name, a.name AS owner, d.created FROM domain d JOIN account a ON a.id = d.account";

    private DomainTable() {}

    /** The domain, or the nearest one above it. */
    static Optional<Domain> nearest(Sql sql, DomainName name) throws SQLException {
        List<String> upwards = upwards(name);
        String marks = String.join(", ", Collections.nCopies(upwards.size(), "?"));
        return sql.one(
                SELECT + " WHERE d.name IN (" + marks + ") ORDER BY length(d.name) DESC LIMIT 1",
                DomainTable::domain,
                upwards.toArray());
    }

    /** When the first of the domain and those above it was given to their account; they have one. */
    static Optional<Instant> since(Sql sql, DomainName name) throws SQLException {
        List<String> upwards = upwards(name);
        String marks = String.join(", ", Collections.nCopies(upwards.size(), "?"));
        return sql.one(
                "SELECT created FROM domain WHERE name IN (" + marks + ") ORDER BY created LIMIT 1",
                row -> Instant.ofEpochMilli(row.getLong("created")),
                upwards.toArray());
    }

    /** Whether somebody else than this account holds a domain below this one. */
    static boolean foreignBelow(Sql sql, DomainName name, String accountId) throws SQLException {
        String reversed = reversed(name);
        return sql.number(
                        "SELECT count(*) FROM domain WHERE reversed > ? AND reversed < ? AND account <> ?",
                        reversed,
                        // the character after the dot
                        reversed.substring(0, reversed.length() - 1) + "/",
                        accountId)
                > 0;
    }

    static void insert(Sql sql, DomainName name, String accountId, Instant created) throws SQLException {
        sql.update(
                "INSERT INTO domain (name, reversed, account, created) VALUES (?, ?, ?, ?)",
                name.text(),
                reversed(name),
                accountId,
                created.toEpochMilli());
    }

    static boolean delete(Sql sql, DomainName name) throws SQLException {
        return sql.update("DELETE FROM domain WHERE name = ?", name.text()) > 0;
    }

    static long count(Sql sql, String accountId) throws SQLException {
        return sql.number("SELECT count(*) FROM domain WHERE account = ?", accountId);
    }

    static Optional<Domain> find(Sql sql, DomainName name) throws SQLException {
        return sql.one(SELECT + " WHERE d.name = ?", DomainTable::domain, name.text());
    }

    /** The names of all domains of an account, in their order. */
    static List<DomainName> names(Sql sql, AccountName account) throws SQLException {
        return sql.list(
                "SELECT name FROM domain WHERE account = (SELECT id FROM account WHERE name = ?) ORDER BY name",
                row -> new DomainName(row.getString(1)),
                account.text());
    }

    /** In the order of the names, after {@code after}; of one account, or of all when that is null. */
    static List<Domain> page(Sql sql, @Nullable AccountName account, String after, int limit) throws SQLException {
        if (account == null) {
            return sql.list(SELECT + " WHERE d.name > ? ORDER BY d.name LIMIT ?", DomainTable::domain, after, limit);
        }
        return sql.list(
                SELECT + " WHERE d.account = (SELECT id FROM account WHERE name = ?) AND d.name > ?"
                        + " ORDER BY d.name LIMIT ?",
                DomainTable::domain,
                account.text(),
                after,
                limit);
    }

    private static Domain domain(ResultSet row) throws SQLException {
        return new Domain(
                new DomainName(row.getString("name")),
                new AccountName(row.getString("owner")),
                Instant.ofEpochMilli(row.getLong("created")));
    }

    private static List<String> upwards(DomainName name) {
        List<String> names = new ArrayList<>();
        String text = name.text();
        while (text.indexOf('.') > 0) {
            names.add(text);
            text = text.substring(text.indexOf('.') + 1);
        }
        return names;
    }

    private static String reversed(DomainName name) {
        List<String> labels = new ArrayList<>(List.of(name.text().split("\\.", -1)));
        Collections.reverse(labels);
        return String.join(".", labels) + ".";
    }
}
