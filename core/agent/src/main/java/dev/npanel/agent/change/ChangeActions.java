package dev.npanel.agent.change;

import dev.npanel.agent.journal.History;
import dev.npanel.agent.step.Steps;
import dev.npanel.host.action.Action;
import java.util.List;

/** What serves the contract {@link dev.npanel.api.change.Changes}. */
public final class ChangeActions {
    private ChangeActions() {}

    /**
     * The actions. What a revert does was permitted when the change was made, and is nothing beyond it: its plans need no
     * declaration.
     */
    public static List<Action<?, ?>> of(History history, Steps steps) {
        Past past = new Past(history);
        return List.of(new ListChangesAction(past), new ReadChangeAction(past), new RevertChangeAction(past, steps));
    }
}
