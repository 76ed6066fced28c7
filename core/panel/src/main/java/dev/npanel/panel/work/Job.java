package dev.npanel.panel.work;

import dev.npanel.api.value.AccountName;
import dev.npanel.panel.job.JobView;
import dev.npanel.panel.job.JobView.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as the store has it.
 *
 * @param accountId whose it is; the name is only for people
 * @param source the address the order came from
 * @param seal see {@link Seal}
 * @param attempts runs in a row that ended because something was away
 */
record Job(
        String id,
        String type,
        String subject,
        String accountId,
        AccountName by,
        String source,
        String payload,
        String seal,
        State state,
        String progress,
        Instant submitted,
        @Nullable Instant nextRun,
        int attempts,
        @Nullable String failed) {

    /** What its owner sees. */
    JobView view() {
        return new JobView(id, type, subject, by, state, progress, submitted, nextRun, failed);
    }
}
