package dev.npanel.host.step;

import org.jspecify.annotations.Nullable;

/**
 * A change to a daemon's own state: after it, {@code key} is in {@code state}.
 *
 * @param state null when it is to be absent
 */
public record Effect<K extends Record, S extends Record>(
        EffectType<K, S> type, K key, @Nullable S state) implements Step {}
