package dev.npanel.testkit.engine;

import dev.npanel.api.value.Secret;
import dev.npanel.host.effect.EffectHandler;
import dev.npanel.host.step.EffectType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A handler that breaks its contract: its states hold a secret. */
final class Vaulted implements EffectHandler<Notes.Key, Vaulted.Login> {
    static final EffectType<Notes.Key, Login> TYPE = new EffectType<>("test.login", Notes.Key.class, Login.class);
    static final Secret PASSWORD = new Secret("hunter2hunter2");

    record Login(Secret password) {}

    @Override
    public EffectType<Notes.Key, Login> type() {
        return TYPE;
    }

    @Override
    public Optional<Login> read(Notes.Key key) {
        return Optional.empty();
    }

    @Override
    public void write(Notes.Key key, @Nullable Login state) {
        throw new AssertionError("it is refused before");
    }

    @Override
    public List<String> describe(Notes.Key key, Login state) {
        return List.of("login");
    }
}
