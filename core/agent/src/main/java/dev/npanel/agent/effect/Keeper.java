package dev.npanel.agent.effect;

import dev.npanel.channel.json.Json;
import dev.npanel.host.effect.EffectHandler;
import dev.npanel.host.step.EffectType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A handler with the JSON of its keys and states, as they stand in the journal. Thread-safe. */
public final class Keeper<K extends Record, S extends Record> {
    private final EffectHandler<K, S> handler;
    private final EffectType<K, S> type;
    private static final Json FORM = Json.journal();

    Keeper(EffectHandler<K, S> handler) {
        this.handler = handler;
        this.type = handler.type();
    }

    /** What is kept. */
    public EffectType<K, S> type() {
        return type;
    }

    boolean isOf(EffectHandler<?, ?> other) {
        return handler == other;
    }

    /** See {@link EffectHandler#read}. */
    public Optional<S> read(K key) {
        return handler.read(key);
    }

    /** See {@link EffectHandler#write}. */
    public void write(K key, @Nullable S state) {
        handler.write(key, state);
    }

    /** The state for people; an absent one has no lines. */
    public List<String> describe(K key, @Nullable S state) {
        return state == null ? List.of() : handler.describe(key, state);
    }

    /** A key or state as it is journalled. */
    public String json(Record value) {
        return new String(FORM.write(value), StandardCharsets.UTF_8);
    }

    /** A key from the journal. */
    public K key(String json) {
        return FORM.read(json.getBytes(StandardCharsets.UTF_8), type.key());
    }

    /** A state from the journal. */
    public S state(String json) {
        return FORM.read(json.getBytes(StandardCharsets.UTF_8), type.state());
    }

    @Override
    public String toString() {
        return handler.getClass().getName();
    }
}
