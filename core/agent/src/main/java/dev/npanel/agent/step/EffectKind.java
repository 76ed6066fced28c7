package dev.npanel.agent.step;

import dev.npanel.agent.effect.Handlers;
import dev.npanel.agent.effect.Keeper;
import dev.npanel.agent.journal.Trace.EffectPut;
import dev.npanel.api.change.StepPreview;
import dev.npanel.api.problem.Problem;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Effect;
import dev.npanel.host.step.EffectType;
import dev.npanel.host.step.Step;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Daemons' own state, through the handlers that plugins bring. */
final class EffectKind implements StepKind<Effect<?, ?>, EffectPut> {
    private static final int RETRY = 2;

    private final Handlers handlers;

    EffectKind(Handlers handlers) {
        this.handlers = handlers;
    }

    @Override
    public EffectPut prepare(Effect<?, ?> step, Slot slot, HostView host) {
        return trace(step, host);
    }

    @Override
    public void apply(Effect<?, ?> step, EffectPut trace) {
        write(step);
    }

    @Override
    public void undo(EffectPut trace) {
        undo(handlers.named(trace.effect()), trace);
    }

    @Override
    public Step revert(EffectPut trace) {
        return revert(handlers.named(trace.effect()), trace);
    }

    @Override
    public StepPreview preview(Effect<?, ?> step, HostView host) {
        return show(step, host);
    }

    private <K extends Record, S extends Record> EffectPut trace(Effect<K, S> step, HostView host) {
        Keeper<K, S> keeper = handlers.of(step.type());
        Optional<S> before = before(step, host);
        return new EffectPut(
                step.type().name(),
                keeper.json(step.key()),
                before.map(keeper::json).orElse(null),
                step.state() == null ? null : keeper.json(step.state()));
    }

    private static <K extends Record, S extends Record> Optional<S> before(Effect<K, S> step, HostView host) {
        S seen = step.seen();
        return seen == null ? host.state(step.type(), step.key()) : Optional.of(seen);
    }

    private <K extends Record, S extends Record> void write(Effect<K, S> step) {
        handlers.of(step.type()).write(step.key(), step.state());
    }

    private static <K extends Record, S extends Record> void undo(Keeper<K, S> keeper, EffectPut trace) {
        K key = keeper.key(trace.key());
        S before = state(keeper, trace.before());
        Optional<S> wanted = Optional.ofNullable(before);
        if (keeper.read(key).equals(wanted)) {
            return;
        }
        keeper.write(key, before);
        if (!keeper.read(key).equals(wanted)) {
            throw Problem.unavailable("effect.not-undone", "A service has not taken its former state back.", RETRY)
                    .asException();
        }
    }

    private static <K extends Record, S extends Record> Step revert(Keeper<K, S> keeper, EffectPut trace) {
        K key = keeper.key(trace.key());
        if (!keeper.read(key).equals(Optional.ofNullable(state(keeper, trace.after())))) {
            throw Refusals.movedOn();
        }
        return new Effect<>(keeper.type(), key, state(keeper, trace.before()), null);
    }

    private <K extends Record, S extends Record> StepPreview show(Effect<K, S> step, HostView host) {
        Keeper<K, S> keeper = handlers.of(step.type());
        EffectType<K, S> type = step.type();
        S before = before(step, host).orElse(null);
        return new StepPreview(
                type.name(),
                name(step.key()),
                Diffs.lines(keeper.describe(step.key(), before), keeper.describe(step.key(), step.state())));
    }

    /** A record's own text without its class's name. */
    private static String name(Record key) {
        String text = key.toString();
        return text.endsWith("]") ? text.substring(text.indexOf('[') + 1, text.length() - 1) : text;
    }

    private static <K extends Record, S extends Record> @Nullable S state(Keeper<K, S> keeper, @Nullable String json) {
        return json == null ? null : keeper.state(json);
    }
}
