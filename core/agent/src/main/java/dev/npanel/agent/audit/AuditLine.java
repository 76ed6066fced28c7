package dev.npanel.agent.audit;

import dev.npanel.api.action.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of the trail as JSON, in the order of the components; what is null is left out. */
record AuditLine(
        long seq,
        Instant at,
        AuditEvent.Event event,
        @Nullable String action,
        @Nullable String scope,
        @Nullable Caller caller,
        @Nullable String change,
        @Nullable String outcome,
        @Nullable String detail) {

    static AuditLine of(long seq, Instant at, AuditEvent event) {
        return new AuditLine(
                seq,
                at,
                event.event(),
                event.action(),
                event.scope(),
                event.caller(),
                event.change(),
                event.outcome(),
                event.detail());
    }
}
