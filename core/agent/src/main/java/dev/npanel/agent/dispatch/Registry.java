package dev.npanel.agent.dispatch;

import dev.npanel.agent.engine.Permit;
import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.host.action.Action;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The actions that can be called at this moment: the whole allow-list. Plugins come and go; a name belongs to whoever came
 * first, until they go. Thread-safe.
 */
public final class Registry {
    private static final int RETRY = 1;

    private final Map<String, Registration<?, ?>> actions = new ConcurrentHashMap<>();

    /**
     * Takes an action in; nothing happens when it is in already.
     *
     * @param permit what its plans may do
     * @throws IllegalStateException when there is another action of that name
     */
    public <I extends Record & Scoped, O extends Record> void add(Action<I, O> action, String plugin, Permit permit) {
        ActionType<I, O> type = action.type();
        Registration<?, ?> there = actions.putIfAbsent(type.name(), new Registration<>(action, type, plugin, permit));
        if (there != null && there.action() != action) {
            throw new IllegalStateException(
                    plugin + " brings " + type.name() + ", which " + there.plugin() + " serves already");
        }
    }

    /** Lets an action go; nothing happens when it is not in. */
    public void remove(Action<?, ?> action) {
        actions.values().removeIf(there -> there.action() == action);
    }

    /**
     * Lets all actions of a plugin go.
     *
     * @return whether there were any
     */
    public boolean removeAll(String plugin) {
        return actions.values().removeIf(there -> there.plugin().equals(plugin));
    }

    /** The names of all actions, sorted. */
    public Set<String> names() {
        return new TreeSet<>(actions.keySet());
    }

    /** Whether any action of this plugin is in. */
    public boolean serves(String plugin) {
        return actions.values().stream().anyMatch(there -> there.plugin().equals(plugin));
    }

    Registration<?, ?> named(String name) {
        return Optional.<Registration<?, ?>>ofNullable(actions.get(name)).orElseThrow(Registry::unknown);
    }

    /** Throws unless this is still in. */
    void require(Registration<?, ?> registration) {
        if (!registration.equals(actions.get(registration.type().name()))) {
            throw unknown();
        }
    }

    private static ProblemException unknown() {
        return Problem.unavailable("action.unknown", "Nothing on this host serves this action (now).", RETRY)
                .asException();
    }
}
