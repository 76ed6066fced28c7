package dev.npanel.host.step;

/**
 * A sort of thing that a daemon keeps, such as a PowerDNS zone: named by a key, and either absent or in a state. Keys and
 * states are records of plain values that travel through the journal as JSON; they hold no secret.
 *
 * @param name unique on the host, kind first: {@code dns.powerdns.zone}
 * @param key what names one of them
 * @param state all that has to be known to bring it back
 */
public record EffectType<K extends Record, S extends Record>(String name, Class<K> key, Class<S> state) {
    /** The step that brings the thing into this state. */
    public Effect<K, S> put(K key, S state) {
        return new Effect<>(this, key, state, null);
    }

    /** The step that takes the thing away. */
    public Effect<K, S> remove(K key) {
        return new Effect<>(this, key, null, null);
    }

    @Override
    public String toString() {
        return name;
    }
}
