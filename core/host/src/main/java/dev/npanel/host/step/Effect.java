package dev.npanel.host.step;

import org.jspecify.annotations.Nullable;

/**
 * A change to a daemon's own state: after it, {@code key} is in {@code state}.
 *
 * @param state null when it is to be absent
 * @param seen the present state, when the planner knows it from what it has read for this plan anyway, that is under the
 *     change's locks: it is what undoing brings back then. Null to have the engine read it.
 */
public record Effect<K extends Record, S extends Record>(
        EffectType<K, S> type,
        K key,
        @Nullable S state,
        @Nullable S seen) implements Step {
    /** The same step for an engine that need not read again what the planner has read. */
    public Effect<K, S> seeing(S present) {
        return new Effect<>(type, key, state, present);
    }
}
