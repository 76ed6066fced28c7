package dev.npanel.panel.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A transaction that holds the write lock from its beginning to its end and not a moment longer: with the driver's own commit the
 * next transaction would begin at once, and an idle panel would hold the lock of its database.
 */
final class Transaction {
    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);

    private Transaction() {}

    static <T> T run(Connection connection, Work<T> work) throws SQLException {
        Sql sql = new Sql(connection);
        sql.execute("BEGIN IMMEDIATE");
        boolean done = false;
        try {
            T result = work.run(sql);
            sql.execute("COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) {
                undo(sql);
            }
        }
    }

    private static void undo(Sql sql) {
        try {
            sql.execute("ROLLBACK");
        } catch (SQLException undone) {
            // after a full disk SQLite has undone it by itself
            LOG.debug("rollback", undone);
        }
    }
}
