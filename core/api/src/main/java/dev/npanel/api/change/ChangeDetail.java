package dev.npanel.api.change;

import java.util.List;

/** A committed change with what it did. */
public record ChangeDetail(ChangeSummary summary, List<StepPreview> steps) {
    public ChangeDetail {
        steps = List.copyOf(steps);
    }
}
