package dev.npanel.panel.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which lines of the trail are wanted; null does not choose. */
record AuditFilter(
        @Nullable String account,
        @Nullable String action,
        @Nullable String target) {

    /** The conditions, beginning with {@code AND}; their values are added. */
    String where(List<@Nullable Object> values) {
        StringBuilder where = new StringBuilder();
        add(where, values, "account", account);
        add(where, values, "action", action);
        add(where, values, "target", target);
        return where.toString();
    }

    private static void add(StringBuilder where, List<@Nullable Object> values, String column, @Nullable String value) {
        if (value != null) {
            where.append(" AND ").append(column).append(" = ?");
            values.add(value);
        }
    }
}
