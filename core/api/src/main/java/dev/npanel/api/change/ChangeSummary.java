package dev.npanel.api.change;

import dev.npanel.api.value.AccountName;
import java.time.Instant;

/**
 * A committed change, without its steps.
 *
 * @param scope what it was about, {@code domain:example.com}, {@code account:alice} or {@code server}
 */
public record ChangeSummary(ChangeId id, Instant at, String action, String scope, AccountName by) {}
