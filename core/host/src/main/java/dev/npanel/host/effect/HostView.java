package dev.npanel.host.effect;

import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.EffectType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The host as it is, for planning: everything can be looked at, nothing can be changed. Thread-safe. */
public interface HostView {
    /** The content of a regular file of at most 16 MiB; empty when there is none. Follows no symbolic link. */
    Optional<Content> file(AbsolutePath path);

    /** The names in a directory, sorted; empty when there is none. */
    List<String> children(AbsolutePath directory);

    /**
     * What tells the versions of files apart without reading them: for each of the directory's children that has a regular file of the
     * name, by the child's name, a text that is another when the file is. One that is not there cannot be told apart: read it.
     */
    default Map<String, String> stamps(AbsolutePath directory, Collection<String> children, String file) {
        return Map.of();
    }

    /** The present state of something that a daemon keeps. */
    <K extends Record, S extends Record> Optional<S> state(EffectType<K, S> type, K key);
}
