package dev.npanel.dns.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.channel.json.Json;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.EffectHandler;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.Effect;
import dev.npanel.host.step.EffectType;
import dev.npanel.host.step.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Does with plans of effects what the agent's engine does, step by step and in the open: reads what is to be undone, takes
 * keys and states through the journal's JSON, writes, and on request undoes and looks whether all is as before.
 */
public final class Host implements HostView {
    private final Map<String, Action<?, ?>> actions;
    private final Map<String, EffectHandler<?, ?>> handlers;
    private final Json json = Json.rest();

    /** A host with one backend. */
    public Host(DnsBackend backend) {
        this.actions = backend.actions().stream()
                .collect(Collectors.toMap(action -> action.type().name(), Function.identity()));
        this.handlers = backend.effects().stream()
                .collect(Collectors.toMap(handler -> handler.type().name(), Function.identity()));
    }

    /** Which actions there are. */
    public List<String> actions() {
        return actions.keySet().stream().sorted().toList();
    }

    /** Has it done; the answer. */
    public <I extends Record & Scoped, O extends Record> O call(ActionType<I, O> type, I request) {
        return change(type, request).answer();
    }

    /** Has it done, so that it can be undone. */
    public <I extends Record & Scoped, O extends Record> Done<O> change(ActionType<I, O> type, I request) {
        Plan<O> plan = plan(type, request);
        Deque<Runnable> undo = new ArrayDeque<>();
        List<Runnable> todo = new ArrayList<>();
        for (Step step : plan.steps()) {
            prepare((Effect<?, ?>) step, undo, todo);
        }
        todo.forEach(Runnable::run);
        return new Done<>(plan.answer().apply(this), undo);
    }

    /** What would be done. */
    @SuppressWarnings("unchecked")
    public <I extends Record & Scoped, O extends Record> Plan<O> plan(ActionType<I, O> type, I request) {
        Action<?, ?> action = Optional.ofNullable(actions.get(type.name()))
                .orElseThrow(() -> new AssertionError("no action " + type.name()));
        return ((Action<I, O>) action).plan(request, this);
    }

    @Override
    public Optional<Content> file(AbsolutePath path) {
        return Optional.empty();
    }

    @Override
    public List<String> children(AbsolutePath directory) {
        return List.of();
    }

    @Override
    public <K extends Record, S extends Record> Optional<S> state(EffectType<K, S> type, K key) {
        return handler(type).read(key);
    }

    private <K extends Record, S extends Record> void prepare(
            Effect<K, S> effect, Deque<Runnable> undo, List<Runnable> todo) {
        EffectHandler<K, S> handler = handler(effect.type());
        K key = journalled(effect.key(), effect.type().key());
        Optional<S> seen = Optional.ofNullable(effect.seen()).or(() -> handler.read(key));
        S before = seen.map(state -> journalled(state, effect.type().state())).orElse(null);
        if (effect.state() != null) {
            assertThat(journalled(effect.state(), effect.type().state())).isEqualTo(effect.state());
            assertThat(handler.describe(key, effect.state())).isNotNull();
        }
        undo.push(() -> {
            if (!handler.read(key).equals(Optional.ofNullable(before))) {
                handler.write(key, before);
            }
            assertThat(handler.read(key)).as("undone " + effect.type()).isEqualTo(Optional.ofNullable(before));
        });
        todo.add(() -> handler.write(key, effect.state()));
    }

    private <R extends Record> R journalled(R value, Class<R> type) {
        return json.read(json.write(value), type);
    }

    @SuppressWarnings("unchecked")
    private <K extends Record, S extends Record> EffectHandler<K, S> handler(EffectType<K, S> type) {
        EffectHandler<?, ?> handler = Optional.ofNullable(handlers.get(type.name()))
                .orElseThrow(() -> new AssertionError("no handler of " + type.name()));
        return (EffectHandler<K, S>) handler;
    }

    /** A change that was made. */
    public record Done<O>(O answer, Deque<Runnable> steps) {
        /** Undoes it, the last step first. */
        public void undo() {
            steps.forEach(Runnable::run);
        }
    }
}
