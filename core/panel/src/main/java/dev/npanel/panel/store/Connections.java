package dev.npanel.panel.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * The open connections to one database: a writer, since SQLite has only one at a time, and a few readers, which in WAL mode
 * never wait for it. Thread-safe.
 */
final class Connections implements AutoCloseable {
    private static final int READERS = 3;
    private static final int BUSY_MILLIS = 5_000;
    private static final int WRITER_KIB = 1_024;
    private static final int READER_KIB = 512;

    /** Fair, so that a burst of one sort of write starves nobody. */
    final ReentrantLock writing = new ReentrantLock(true);

    final Connection writer;
    private final BlockingQueue<Connection> readers = new LinkedBlockingQueue<>();
    private final List<Connection> all = new ArrayList<>();

    Connections(Path file) throws SQLException {
        try {
            writer = open(file, false);
            Migrations.apply(writer);
            for (int i = 0; i < READERS; i++) {
                readers.add(open(file, true));
            }
        } catch (SQLException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    Connection takeReader() throws InterruptedException {
        return readers.take();
    }

    void giveBack(Connection reader) {
        readers.add(reader);
    }

    @Override
    public void close() throws SQLException {
        for (Connection each : all) {
            each.close();
        }
    }

    private Connection open(Path file, boolean reader) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        config.setCacheSize(reader ? -READER_KIB : -WRITER_KIB);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        all.add(connection);
        if (reader) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA query_only = ON");
            }
        }
        return connection;
    }
}
