package dev.npanel.agent.boot;

import dev.npanel.api.action.Access;
import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.ContractVersion;
import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Lock;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import java.util.Set;
import java.util.function.Function;

/** An action that plans whatever a test wants it to. */
record MadeUpAction(ActionType<MadeUpAction.Ask, MadeUpAction.Done> type, Function<HostView, Plan<Done>> planner)
        implements Action<MadeUpAction.Ask, MadeUpAction.Done> {
    static final ContractVersion VERSION = new ContractVersion(1, 0);

    /** The request, which says nothing. */
    record Ask() implements Scoped {
        @Override
        public Scope scope() {
            return new Scope.Server();
        }
    }

    /** The answer, which says no more. */
    record Done() {}

    static MadeUpAction changing(String name, Function<HostView, Plan<Done>> planner) {
        return new MadeUpAction(ActionType.change(VERSION, name, Access.ADMINISTRATOR, Ask.class, Done.class), planner);
    }

    /** None, so that nobody waits for anybody. */
    @Override
    public Set<Lock> locks(Ask request) {
        return Set.of();
    }

    @Override
    public Plan<Done> plan(Ask request, HostView host) {
        return planner.apply(host);
    }
}
