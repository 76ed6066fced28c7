package dev.npanel.agent.change;

import dev.npanel.agent.journal.Entry;
import dev.npanel.api.action.ActionType;
import dev.npanel.api.change.ChangeId;
import dev.npanel.api.change.ChangePage;
import dev.npanel.api.change.Changes;
import dev.npanel.api.change.Changes.ListChanges;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import java.util.List;

/** Lists the history. */
final class ListChangesAction implements Action<ListChanges, ChangePage> {
    private final Past past;

    ListChangesAction(Past past) {
        this.past = past;
    }

    @Override
    public ActionType<ListChanges, ChangePage> type() {
        return Changes.LIST;
    }

    @Override
    public Plan<ChangePage> plan(ListChanges request, HostView host) {
        // One more than asked for tells whether there is a next page.
        List<Entry.Head> found = past.list(request.domain(), request.since(), request.before(), request.limit() + 1);
        List<Entry.Head> page = found.subList(0, Math.min(found.size(), request.limit()));
        ChangeId next = found.size() > page.size() ? page.get(page.size() - 1).id() : null;
        return Plan.answer(new ChangePage(page.stream().map(Entry.Head::summary).toList(), next));
    }
}
