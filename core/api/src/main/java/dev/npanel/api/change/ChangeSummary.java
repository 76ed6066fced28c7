package dev.npanel.api.change;

import dev.npanel.api.value.AccountName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A committed change, without its steps.
 *
 * @param scope what it was about, {@code domain:example.com}, {@code account:alice} or {@code server}
 * @param request the panel's id of the HTTP request or of the job that it was made for
 * @param reverts the change that this one took back, or null when it is none of those
 */
public record ChangeSummary(
        ChangeId id,
        Instant at,
        String action,
        String scope,
        AccountName by,
        String request,
        @Nullable ChangeId reverts) {}
