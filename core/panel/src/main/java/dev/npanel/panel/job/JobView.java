package dev.npanel.panel.job;

import dev.npanel.api.value.AccountName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as its owner sees it.
 *
 * @param id opaque
 * @param type {@code dns.dnssec.roll}
 * @param progress the last sentence a run left
 * @param nextRun when it goes on, or null when it is finished or waits for somebody
 * @param failed why it ended, as a problem's code and message, or null
 */
public record JobView(
        String id,
        String type,
        String subject,
        AccountName by,
        State state,
        String progress,
        Instant submitted,
        @Nullable Instant nextRun,
        @Nullable String failed) {

    /** How far a job is. */
    public enum State {
        QUEUED,
        RUNNING,
        WAITING,
        DONE,
        FAILED,
        CANCELLED
    }
}
