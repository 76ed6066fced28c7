package dev.npanel.testkit.engine;

import dev.npanel.api.action.Access;
import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.ContractVersion;
import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Lock;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Step;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** An action whose plan a test has made up. */
public final class TestPlan implements Action<TestPlan.Ask, TestPlan.Done> {
    private static final ActionType<Ask, Done> TYPE = ActionType.change(
            new ContractVersion(1, 0), "test.plan.apply", Access.ADMINISTRATOR, Ask.class, Done.class);

    private final Set<Lock> locks;
    private final Function<HostView, List<? extends Step>> steps;

    /** @param steps makes the steps from the host as it is */
    public TestPlan(Set<Lock> locks, Function<HostView, List<? extends Step>> steps) {
        this.locks = Set.copyOf(locks);
        this.steps = steps;
    }

    /** The request, which says nothing. */
    public record Ask() implements Scoped {
        @Override
        public Scope scope() {
            return new Scope.Server();
        }
    }

    /** The answer, which says no more. */
    public record Done() {}

    @Override
    public ActionType<Ask, Done> type() {
        return TYPE;
    }

    @Override
    public Set<Lock> locks(Ask request) {
        return locks;
    }

    @Override
    public Plan<Done> plan(Ask request, HostView host) {
        return Plan.of(steps.apply(host), new Done());
    }
}
