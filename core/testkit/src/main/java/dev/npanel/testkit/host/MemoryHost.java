package dev.npanel.testkit.host;

import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.EffectType;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A host of which only what a test puts into it is there: for planners. Thread-safe. */
public final class MemoryHost implements HostView {
    private final NavigableMap<AbsolutePath, Content> files = new ConcurrentSkipListMap<>();
    private final Map<List<Object>, Record> states = new ConcurrentHashMap<>();

    /** Puts a file in, and so all directories above it. */
    public MemoryHost file(String path, String content) {
        return file(path, Content.of(content));
    }

    /** The same, with any bytes in it. */
    public MemoryHost file(String path, Content content) {
        files.put(new AbsolutePath(path), content);
        return this;
    }

    /** Puts something into a daemon's state. */
    public <K extends Record, S extends Record> MemoryHost state(EffectType<K, S> type, K key, S state) {
        states.put(List.of(type, key), state);
        return this;
    }

    @Override
    public Optional<Content> file(AbsolutePath path) {
        return Optional.ofNullable(files.get(path));
    }

    @Override
    public List<String> children(AbsolutePath directory) {
        int depth = directory.toPath().getNameCount();
        return files.keySet().stream()
                .filter(path -> path.isWithin(directory) && !path.equals(directory))
                .map(path -> path.toPath().getName(depth).toString())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public <K extends Record, S extends Record> Optional<S> state(EffectType<K, S> type, K key) {
        return Optional.ofNullable(states.get(List.of(type, key))).map(type.state()::cast);
    }
}
