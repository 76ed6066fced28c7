package dev.npanel.agent.effect;

import dev.npanel.agent.file.Tree;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.EffectType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The host at this very moment. */
public final class LiveHost implements HostView {
    private final Tree tree;
    private final Handlers handlers;

    public LiveHost(Tree tree, Handlers handlers) {
        this.tree = tree;
        this.handlers = handlers;
    }

    @Override
    public Optional<Content> file(AbsolutePath path) {
        try {
            return tree.read(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public List<String> children(AbsolutePath directory) {
        try {
            return tree.children(directory);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Map<String, String> stamps(AbsolutePath directory, Collection<String> children, String file) {
        try {
            return tree.stamps(directory, children, file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public <K extends Record, S extends Record> Optional<S> state(EffectType<K, S> type, K key) {
        return handlers.of(type).read(key);
    }
}
