package dev.npanel.panel.store;

import dev.npanel.api.problem.Problem;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Transactions of the panel's database. Opened by its first use and after every failure to open, so that a disk that was full
 * for a while costs no restart. An OSGi service of the core; thread-safe.
 */
@Component(service = Store.class)
public final class Store implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    private static final int RETRY_SECONDS = 5;

    private final StateDirectory state;
    private volatile @Nullable Connections connections;
    private boolean closed;

    @Activate
    public Store(@Reference StateDirectory state) {
        this.state = state;
    }

    /** Reads a consistent state of the database. */
    public <T> T read(Work<T> work) {
        try {
            Connections open = open();
            Connection reader = open.takeReader();
            try {
                return work.run(new Sql(reader));
            } finally {
                open.giveBack(reader);
            }
        } catch (SQLException failed) {
            throw problem(failed);
        } catch (InterruptedException stopped) {
            throw interrupted();
        }
    }

    /** Reads and writes in one transaction, alone; what was written survives a power cut once this returns. */
    public <T> T write(Work<T> work) {
        try {
            Connections open = open();
            open.writing.lockInterruptibly();
            try {
                return Transaction.run(open.writer, work);
            } finally {
                open.writing.unlock();
            }
        } catch (SQLException failed) {
            throw problem(failed);
        } catch (InterruptedException stopped) {
            throw interrupted();
        }
    }

    @Deactivate
    @Override
    public synchronized void close() {
        Connections open = connections;
        connections = null;
        closed = true;
        if (open != null) {
            open.writing.lock();
            try {
                open.close();
            } catch (SQLException failed) {
                LOG.warn("closing the store", failed);
            } finally {
                open.writing.unlock();
            }
        }
    }

    private Connections open() throws SQLException {
        Connections open = connections;
        return open == null ? openOnce() : open;
    }

    private synchronized Connections openOnce() throws SQLException {
        Connections open = connections;
        if (closed) {
            throw stopping();
        }
        if (open == null) {
            open = new Connections(file());
            connections = open;
        }
        return open;
    }

    private Path file() {
        try {
            return state.privateFile("npanel.db");
        } catch (UncheckedIOException unusable) {
            LOG.error("the store cannot be used", unusable);
            throw away();
        }
    }

    private static RuntimeException away() {
        return Problem.unavailable("store.away", "The panel cannot use its store just now.", RETRY_SECONDS)
                .asException();
    }

    private static RuntimeException problem(SQLException failed) {
        SQLiteErrorCode code =
                failed instanceof SQLiteException known ? known.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        return switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
            case SQLITE_FULL, SQLITE_IOERR, SQLITE_BUSY, SQLITE_LOCKED, SQLITE_CANTOPEN, SQLITE_READONLY -> {
                LOG.error("the store cannot be used: {}", code);
                yield away();
            }
            default -> new IllegalStateException("store", failed);
        };
    }

    private static RuntimeException interrupted() {
        Thread.currentThread().interrupt();
        return stopping();
    }

    private static RuntimeException stopping() {
        return Problem.unavailable("panel.stopping", "The panel is being restarted.", 1)
                .asException();
    }
}
