package dev.npanel.panel.store;

import java.sql.SQLException;

/** What is done in one transaction. May throw a {@code ProblemException}, which undoes the transaction. */
@FunctionalInterface
public interface Work<T> {
    T run(Sql sql) throws SQLException;
}
