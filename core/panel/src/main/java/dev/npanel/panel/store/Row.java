package dev.npanel.panel.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes a value of the row that the result set stands on. */
@FunctionalInterface
public interface Row<T> {
    T map(ResultSet row) throws SQLException;
}
