package dev.npanel.agent.effect;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.host.effect.EffectHandler;
import dev.npanel.host.step.EffectType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who handles which type of daemon state, at this moment: plugins come and go. Thread-safe. */
public final class Handlers {
    private static final int RETRY = 1;

    private final Map<String, Keeper<?, ?>> keepers = new ConcurrentHashMap<>();

    /**
     * Takes a handler in; nothing happens when it is in already.
     *
     * @throws IllegalStateException when its type has another handler
     */
    public void add(EffectHandler<?, ?> handler) {
        Keeper<?, ?> there = keepers.putIfAbsent(handler.type().name(), new Keeper<>(handler));
        if (there != null && !there.isOf(handler)) {
            throw new IllegalStateException("there is a handler of " + handler.type() + " already: " + there);
        }
    }

    /** Lets a handler go; nothing happens when it is not in. */
    public void remove(EffectHandler<?, ?> handler) {
        keepers.computeIfPresent(handler.type().name(), (name, there) -> there.isOf(handler) ? null : there);
    }

    /**
     * Who keeps things of this name.
     *
     * @throws ProblemException {@code UNAVAILABLE} when nobody does (now)
     */
    public Keeper<?, ?> named(String effect) {
        Keeper<?, ?> keeper = keepers.get(effect);
        if (keeper == null) {
            throw Problem.unavailable("effect.away", "A service that is needed is away.", RETRY)
                    .asException();
        }
        return keeper;
    }

    /** As {@link #named}, for a type whose classes the caller has. */
    @SuppressWarnings("unchecked")
    public <K extends Record, S extends Record> Keeper<K, S> of(EffectType<K, S> type) {
        Keeper<?, ?> keeper = named(type.name());
        if (!keeper.type().equals(type)) {
            // The classes of a plugin that has just been replaced.
            throw Problem.unavailable("effect.replaced", "A service that is needed is being replaced.", RETRY)
                    .asException();
        }
        return (Keeper<K, S>) keeper;
    }
}
