package dev.npanel.agent.boot;

import dev.npanel.agent.audit.AuditTrail;
import dev.npanel.agent.engine.Retention;
import dev.npanel.api.value.AbsolutePath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the agent is set up; what is not set is as on every host.
 *
 * @param root of all files, {@code /}
 * @param state {@code npanel.agent.state}
 * @param socket {@code npanel.agent.socket}
 * @param audit {@code npanel.agent.audit}
 * @param panelUser {@code npanel.panel.user}: the only user that may call, and the group of the socket
 * @param retention {@code npanel.agent.history.changes}, {@code npanel.agent.history.days} and {@code
 *     npanel.agent.trash.days}
 * @param trail {@code npanel.agent.audit.megabytes} of a file and {@code npanel.agent.audit.files} beside it
 */
record Settings(
        Path root,
        AbsolutePath state,
        Path socket,
        Path audit,
        String panelUser,
        Retention.Limits retention,
        AuditTrail.Limits trail) {
    private static final int MEGABYTE = 1 << 20;

    /** @param property gives a property of the framework, or null */
    static Settings of(Function<String, @Nullable String> property) {
        Retention.Limits standard = Retention.Limits.standard();
        AuditTrail.Limits trail = AuditTrail.Limits.standard();
        return new Settings(
                Path.of("/"),
                new AbsolutePath(text(property, "npanel.agent.state", "/var/lib/npanel/agent")),
                Path.of(text(property, "npanel.agent.socket", "/run/npanel/agent.sock")),
                Path.of(text(property, "npanel.agent.audit", "/var/log/npanel/agent/audit.jsonl")),
                text(property, "npanel.panel.user", "npanel"),
                new Retention.Limits(
                        (int) number(property, "npanel.agent.history.changes", standard.changes()),
                        days(property, "npanel.agent.history.days", standard.changeAge()),
                        days(property, "npanel.agent.trash.days", standard.trashAge())),
                new AuditTrail.Limits(
                        number(property, "npanel.agent.audit.megabytes", trail.bytes() / MEGABYTE) * MEGABYTE,
                        (int) number(property, "npanel.agent.audit.files", trail.files())));
    }

    private static Duration days(Function<String, @Nullable String> property, String name, Duration standard) {
        return Duration.ofDays(number(property, name, standard.toDays()));
    }

    private static long number(Function<String, @Nullable String> property, String name, long standard) {
        return Long.parseLong(text(property, name, String.valueOf(standard)));
    }

    private static String text(Function<String, @Nullable String> property, String name, String standard) {
        return Optional.ofNullable(property.apply(name)).orElse(standard);
    }
}
