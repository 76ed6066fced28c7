package dev.npanel.api.change;

import java.util.List;

/** What a change would do, in order: the answer to {@code ?dryRun=true}. */
public record ChangePreview(List<StepPreview> steps) {
    public ChangePreview {
        steps = List.copyOf(steps);
    }
}
