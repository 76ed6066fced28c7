package dev.npanel.host.effect;

import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.EffectType;
import java.util.List;
import java.util.Optional;

/** The host as it is, for planning: everything can be looked at, nothing can be changed. Thread-safe. */
public interface HostView {
    /** The content of a regular file of at most 16 MiB; empty when there is none. Follows no symbolic link. */
    Optional<Content> file(AbsolutePath path);

    /** The names in a directory, sorted; empty when there is none. */
    List<String> children(AbsolutePath directory);

    /** The present state of something that a daemon keeps. */
    <K extends Record, S extends Record> Optional<S> state(EffectType<K, S> type, K key);
}
