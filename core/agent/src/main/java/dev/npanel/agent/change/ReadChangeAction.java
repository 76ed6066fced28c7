package dev.npanel.agent.change;

import dev.npanel.agent.journal.Entry;
import dev.npanel.api.action.ActionType;
import dev.npanel.api.change.ChangeDetail;
import dev.npanel.api.change.Changes;
import dev.npanel.api.change.Changes.ReadChange;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;

/** Shows what a change did. */
final class ReadChangeAction implements Action<ReadChange, ChangeDetail> {
    private final Past past;

    ReadChangeAction(Past past) {
        this.past = past;
    }

    @Override
    public ActionType<ReadChange, ChangeDetail> type() {
        return Changes.READ;
    }

    @Override
    public Plan<ChangeDetail> plan(ReadChange request, HostView host) {
        Entry entry = past.entry(request.id(), request.domain(), request.since());
        return Plan.answer(new ChangeDetail(entry.head().summary(), entry.steps()));
    }
}
