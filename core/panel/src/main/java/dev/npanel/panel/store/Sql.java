package dev.npanel.panel.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.dbutils.QueryRunner;
import org.jspecify.annotations.Nullable;

/** Statements of one transaction; every value is a parameter. Not thread-safe; not to be kept beyond its {@link Work}. */
public final class Sql {
    private static final QueryRunner RUNNER = new Runner();

    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** All rows. */
    public <T> List<T> list(String query, Row<T> row, @Nullable Object... values) throws SQLException {
        return RUNNER.query(connection, query, (ResultSet rows) -> collect(rows, row), values);
    }

    /** The one row, if there is any. */
    public <T> Optional<T> one(String query, Row<T> row, @Nullable Object... values) throws SQLException {
        return list(query, row, values).stream().findFirst();
    }

    /** The number in the first column of the one row of the query. */
    public long number(String query, @Nullable Object... values) throws SQLException {
        return one(query, row -> row.getLong(1), values).orElse(0L);
    }

    /** Inserts, updates or deletes; the count of rows it was done to. */
    public int update(String statement, @Nullable Object... values) throws SQLException {
        return RUNNER.update(connection, statement, values);
    }

    /** One statement without values. */
    void execute(String statement) throws SQLException {
        try (Statement single = connection.createStatement()) {
            single.execute(statement);
        }
    }

    private static <T> List<T> collect(ResultSet rows, Row<T> row) throws SQLException {
        List<T> all = new ArrayList<>();
        while (rows.next()) {
            all.add(row.map(rows));
        }
        return all;
    }

    /** Passes errors on as they are: the library's own way adds all parameters to the message, and so secrets to the log. */
    private static final class Runner extends QueryRunner {
        Runner() {
            super(true);
        }

        @Override
        protected void rethrow(SQLException cause, String sql, @Nullable Object... values) throws SQLException {
            throw cause;
        }
    }
}
