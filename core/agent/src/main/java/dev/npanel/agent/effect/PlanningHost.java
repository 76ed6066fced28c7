package dev.npanel.agent.effect;

import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.EffectType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The host as one change sees it while it is planned under its locks: a daemon's state is read once, so that what the plan
 * rests on and what undoing brings back are the same. For one thread.
 */
public final class PlanningHost implements HostView {
    private final HostView host;
    private final Map<Object, Optional<? extends Record>> states = new HashMap<>();

    public PlanningHost(HostView host) {
        this.host = host;
    }

    @Override
    public Optional<Content> file(AbsolutePath path) {
        return host.file(path);
    }

    @Override
    public List<String> children(AbsolutePath directory) {
        return host.children(directory);
    }

    @Override
    public Map<String, String> stamps(AbsolutePath directory, Collection<String> children, String file) {
        return host.stamps(directory, children, file);
    }

    @Override
    public <K extends Record, S extends Record> Optional<S> state(EffectType<K, S> type, K key) {
        Object place = List.of(type, key);
        Optional<? extends Record> known = states.get(place);
        if (known != null) {
            return known.map(type.state()::cast);
        }
        Optional<S> present = host.state(type, key);
        states.put(place, present);
        return present;
    }
}
