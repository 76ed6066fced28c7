package dev.npanel.panel.audit;

import dev.npanel.panel.audit.AuditTable.Entry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the trail as the API shows it.
 *
 * @param phase {@code INTENT}, {@code OUTCOME} or {@code EVENT}
 * @param intent the line that announced this outcome
 * @param outcome {@code ok}, or the kind and the code of the problem
 * @param change what can be reverted
 */
public record AuditView(
        long seq,
        Instant at,
        String phase,
        @Nullable Long intent,
        String account,
        String role,
        String from,
        String request,
        String action,
        String target,
        String outcome,
        @Nullable String change,
        String hash) {
    static AuditView of(Entry entry) {
        Line line = entry.line();
        Actor actor = line.actor();
        return new AuditView(
                entry.seq(),
                Instant.ofEpochMilli(line.at()),
                line.phase().name(),
                line.intent(),
                actor.account(),
                actor.role(),
                actor.from(),
                actor.request(),
                line.action(),
                line.target(),
                line.outcome(),
                line.change(),
                entry.hash());
    }
}
