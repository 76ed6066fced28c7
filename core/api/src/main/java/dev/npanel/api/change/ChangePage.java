package dev.npanel.api.change;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes, newest first.
 *
 * @param next the id to ask for as {@code before} for the next page, or null at the end
 */
public record ChangePage(
        List<ChangeSummary> changes, @Nullable ChangeId next) {
    public ChangePage {
        changes = List.copyOf(changes);
    }
}
