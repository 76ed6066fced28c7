package dev.npanel.agent.engine;

import dev.npanel.agent.effect.PlanningHost;
import dev.npanel.agent.journal.ChangeIds;
import dev.npanel.agent.journal.Entry;
import dev.npanel.agent.journal.Journal;
import dev.npanel.agent.step.Steps;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.change.ChangeId;
import dev.npanel.api.change.ChangePreview;
import dev.npanel.api.change.Changes.RevertChange;
import dev.npanel.host.action.Lock;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Applies plans: all of a plan or nothing of it, whatever happens on the way. Made by {@link EngineAssembly}. Thread-safe.
 */
public final class Engine {
    private final HostView host;
    private final Steps steps;
    private final Locks locks;
    private final Turns turns;
    private final ChangeIds ids;

    Engine(HostView host, Steps steps, Locks locks, Turns turns, ChangeIds ids) {
        this.host = host;
        this.steps = steps;
        this.locks = locks;
        this.turns = turns;
        this.ids = ids;
    }

    /**
     * Plans and applies a change. Returns when it is committed; when it throws, the host is as before, or will be before
     * anybody else gets to the same things.
     */
    public <I extends Record & Scoped, O extends Record> Changed<O> change(Order<I, O> order) {
        Planned<O> planned = planAndApply(order);
        return new Changed<>(planned.change(), planned.plan().answer().apply(host));
    }

    /** What a change would do now; changes nothing. */
    public ChangePreview preview(Order<?, ?> order) {
        return previewed(order);
    }

    /** Answers an action that only looks. */
    public <I extends Record & Scoped, O extends Record> O read(Order<I, O> order) {
        Plan<O> plan = order.action().plan(order.request(), host);
        if (!plan.steps().isEmpty()) {
            throw new IllegalStateException(order.action().type() + " only looks, but has planned steps");
        }
        return plan.answer().apply(host);
    }

    private <I extends Record & Scoped> ChangePreview previewed(Order<I, ?> order) {
        HostView seen = new PlanningHost(host);
        Plan<?> plan = order.action().plan(order.request(), seen);
        PlanRules.check(plan.steps(), order);
        return new ChangePreview(
                plan.steps().stream().map(step -> steps.preview(step, seen)).toList());
    }

    private <I extends Record & Scoped, O extends Record> Planned<O> planAndApply(Order<I, O> order) {
        Set<Lock> names = order.action().locks(order.request());
        return planAndApply(order, names).orElseGet(() -> {
            Set<Lock> alone = names.stream().map(Lock::alone).collect(Collectors.toSet());
            return planAndApply(order, alone).orElseThrow();
        });
    }

    /** Empty, and nothing is done, when the plan needs for itself what these locks share. */
    @SuppressWarnings("try")
    private <I extends Record & Scoped, O extends Record> Optional<Planned<O>> planAndApply(
            Order<I, O> order, Set<Lock> names) {
        try (Locks.Hold hold = locks.take(names, order.deadline())) {
            HostView seen = new PlanningHost(host);
            Plan<O> plan = order.action().plan(order.request(), seen);
            if (plan.exclusive() && names.stream().anyMatch(Lock::shared)) {
                return Optional.empty();
            }
            PlanRules.check(plan.steps(), order);
            if (plan.steps().isEmpty()) {
                return Optional.of(new Planned<>(plan, null));
            }
            Change change = new Change(head(order, names), plan.steps(), seen, order.deadline());
            turns.settle(change);
            return Optional.of(new Planned<>(plan, change.id()));
        }
    }

    private <I extends Record & Scoped> Entry.Head head(Order<I, ?> order, Set<Lock> names) {
        ChangeId id = ids.next();
        List<String> held = names.stream().map(Lock::name).distinct().sorted().toList();
        return new Entry.Head(
                Journal.FORMAT,
                id,
                ChangeIds.time(id),
                order.action().type().name(),
                order.request().scope().toString(),
                order.caller().account(),
                order.caller().request(),
                order.plugin(),
                order.request() instanceof RevertChange revert ? revert.id() : null,
                held);
    }

    private record Planned<O extends Record>(
            Plan<O> plan, @Nullable ChangeId change) {}
}
