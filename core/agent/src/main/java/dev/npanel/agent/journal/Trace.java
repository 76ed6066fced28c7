package dev.npanel.agent.journal;

import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.step.UnitChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one step leaves in the journal before it is done: all that has to be known to undo it, whether it was done, half
 * done or not at all, by a process that knows nothing else. Pure data.
 */
public sealed interface Trace {

    /**
     * A file made or replaced.
     *
     * @param before what was there, or null when nothing was
     * @param after what is to be there
     * @param staged where the new file is made ready; once it is in place, nothing is left there
     * @param kept where a copy of the old one lies
     */
    record FilePut(
            AbsolutePath path, @Nullable FileState before, FileState after, AbsolutePath staged, AbsolutePath kept)
            implements Trace {}

    /**
     * A directory made, or given an ownership.
     *
     * @param before null when there was none
     */
    record DirectoryPut(AbsolutePath path, @Nullable Owned before, Owned after, AbsolutePath staged) implements Trace {}

    /** A file or directory renamed. */
    record Moved(AbsolutePath from, AbsolutePath to) implements Trace {}

    /**
     * A file or directory taken away.
     *
     * @param trash where it lies since, until the trash is emptied
     * @param present whether there was anything
     */
    record Deleted(AbsolutePath path, AbsolutePath trash, boolean present) implements Trace {}

    /** A check run: nothing to undo, but to be run again when the change is reverted. */
    record Checked(String name, AbsolutePath program, List<String> arguments) implements Trace {
        public Checked {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * A unit changed.
     *
     * @param before whether it was started, or enabled, as far as the verb is about that
     */
    record UnitChanged(String unit, UnitChange.Verb verb, boolean before) implements Trace {}

    /**
     * A daemon's state changed; key and states are the JSON of their records.
     *
     * @param before null when the thing was absent
     * @param after null when it is to be absent
     */
    record EffectPut(
            String effect,
            String key,
            @Nullable String before,
            @Nullable String after) implements Trace {}

    /** What a file was like. */
    record FileState(String sha256, Owned owned) {}

    /**
     * Whose something was.
     *
     * @param user by name, or by number when there was none
     * @param mode the permission bits
     */
    record Owned(String user, String group, int mode) {}
}
