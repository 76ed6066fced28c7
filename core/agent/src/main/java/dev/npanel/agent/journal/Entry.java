package dev.npanel.agent.journal;

import dev.npanel.api.change.ChangeId;
import dev.npanel.api.change.ChangeSummary;
import dev.npanel.api.change.StepPreview;
import dev.npanel.api.value.AccountName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change in the journal.
 *
 * @param traces one for each step, in the order the steps are done
 * @param steps the same for people
 */
public record Entry(Head head, List<Trace> traces, List<StepPreview> steps) {
    public Entry {
        traces = List.copyOf(traces);
        steps = List.copyOf(steps);
    }

    /**
     * What a change is, without what it does.
     *
     * @param format of the entry, {@link Journal#FORMAT}
     * @param scope what it is about, as text
     * @param by who asked for it
     * @param request the panel's id of the HTTP request, or of the job
     * @param plugin whose action it was
     * @param reverts the change that it takes back, or null when it does no such thing
     * @param locks what no other change may touch until this one is committed or undone, by name
     */
    public record Head(
            int format,
            ChangeId id,
            Instant at,
            String action,
            String scope,
            AccountName by,
            String request,
            String plugin,
            @Nullable ChangeId reverts,
            List<String> locks) {
        public Head {
            locks = List.copyOf(locks);
        }

        /** As the history shows it. */
        public ChangeSummary summary() {
            return new ChangeSummary(id, at, action, scope, by, request, reverts);
        }
    }
}
