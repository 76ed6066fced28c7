package dev.npanel.host.effect;

import dev.npanel.host.step.EffectType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes one type of daemon state. Implemented by backends and registered as an OSGi service of this type; called
 * by the engine, from many threads but for one key by one at a time.
 *
 * <p>The engine undoes an effect by writing the state it read before. So {@link #write} must lead to the given state from
 * whatever is there, also from what a write that failed or was cut off left behind, and writing the same twice must do
 * no harm. A daemon that does not answer in time ends in a {@code UNAVAILABLE} problem, never in a hanging call.
 */
public interface EffectHandler<K extends Record, S extends Record> {
    /** What this handles. At most one handler may be registered for a type. */
    EffectType<K, S> type();

    /** The present state, or empty when there is no such thing. */
    Optional<S> read(K key);

    /** Brings the thing into the state, or takes it away when the state is null. Returns when the daemon has it safe. */
    void write(K key, @Nullable S state);

    /** The state as lines for people, in a fixed order, so that two states can be compared line by line. */
    List<String> describe(K key, S state);
}
