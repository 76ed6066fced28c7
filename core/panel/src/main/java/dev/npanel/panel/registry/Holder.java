package dev.npanel.panel.registry;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.panel.store.Sql;
import java.sql.SQLException;

/**
 * An account that may hold domains.
 *
 * @param domains how many its package allows
 */
record Holder(String id, AccountName name, long domains) {
    /** The account of this name, when it is one that can be given something. */
    static Holder of(Sql sql, AccountName name) throws SQLException {
        return sql.one(
                        "SELECT a.id, p.domains, a.role FROM account a JOIN package p ON p.name = a.package"
                                + " WHERE a.name = ? AND a.state = 'ACTIVE'",
                        row -> new Holder(
                                row.getString(1),
                                name,
                                row.getString(3).equals("ADMINISTRATOR") ? Long.MAX_VALUE : row.getLong(2)),
                        name.text())
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "account.not-found", "There is no such account.")
                        .asException());
    }
}
