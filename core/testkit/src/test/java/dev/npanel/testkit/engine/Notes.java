package dev.npanel.testkit.engine;

import dev.npanel.api.problem.Problem;
import dev.npanel.host.effect.EffectHandler;
import dev.npanel.host.step.EffectType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A daemon in memory that can be away, and can do things although it seems to be away. */
final class Notes implements EffectHandler<Notes.Key, Notes.Note> {
    static final EffectType<Key, Note> NOTE = new EffectType<>("test.note", Key.class, Note.class);

    private final Map<String, Note> notes = new ConcurrentHashMap<>();
    private volatile boolean away;
    private volatile boolean mute;

    record Key(String name) {}

    record Note(String text) {}

    void goAway(boolean isAway) {
        away = isAway;
    }

    /** From now on what is written is done, but nobody is told. */
    void fallMute(boolean isMute) {
        mute = isMute;
    }

    Map<String, Note> all() {
        return Map.copyOf(notes);
    }

    @Override
    public EffectType<Key, Note> type() {
        return NOTE;
    }

    @Override
    public Optional<Note> read(Key key) {
        requireThere(away);
        return Optional.ofNullable(notes.get(key.name()));
    }

    @Override
    public void write(Key key, @Nullable Note note) {
        requireThere(away);
        if (note == null) {
            notes.remove(key.name());
        } else {
            notes.put(key.name(), note);
        }
        requireThere(mute);
    }

    @Override
    public List<String> describe(Key key, Note note) {
        return note.text().lines().toList();
    }

    private static void requireThere(boolean notThere) {
        if (notThere) {
            throw Problem.unavailable("notes.away", "The notes are away.", 1).asException();
        }
    }
}
