package dev.npanel.panel.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Brings a database to the present schema: numbered scripts, each in a transaction of its own together with the note that it
 * was applied. A script that was released is never edited; a database of a later version than ours is refused.
 */
final class Migrations {
    /** In order; the number of a script is its place, beginning with 1. */
    static final List<String> SCRIPTS =
            List.of("001-accounts.sql", "002-audit.sql", "003-jobs.sql", "004-documents.sql");

    /** A semicolon and an empty line, so that the body of a trigger stays in one piece. */
    private static final Pattern END_OF_STATEMENT = Pattern.compile(";\\s*\\n(?=\\n|\\z)");

    private Migrations() {}

    static void apply(Connection connection) throws SQLException {
        applyUpTo(connection, SCRIPTS.size());
    }

    static void applyUpTo(Connection connection, int last) throws SQLException {
        int done = Transaction.run(connection, sql -> {
            sql.execute("CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, script TEXT NOT NULL)");
            return (int) sql.number("SELECT coalesce(max(number), 0) FROM migration");
        });
        if (done > SCRIPTS.size()) {
            throw new SQLException("the database is of a later version (" + done + ") than this panel");
        }
        for (int next = done + 1; next <= last; next++) {
            int number = next;
            Transaction.run(connection, sql -> run(sql, number));
        }
    }

    private static int run(Sql sql, int number) throws SQLException {
        String script = SCRIPTS.get(number - 1);
        for (String each : END_OF_STATEMENT.split(read(script), -1)) {
            if (!each.isBlank()) {
                sql.execute(each);
            }
        }
        return sql.update("INSERT INTO migration (number, script) VALUES (?, ?)", number, script);
    }

    private static String read(String script) {
        try (InputStream in = Objects.requireNonNull(Migrations.class.getResourceAsStream(script), script)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
