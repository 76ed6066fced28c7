package dev.npanel.agent.account;

import dev.npanel.host.effect.EffectHandler;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.EffectType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and writes the Unix users of accounts; those that nPanel has not made are not there to it. Thread-safe. */
final class UnixUserHandler implements EffectHandler<UnixUser.Key, UnixUser> {
    private final HostView host;
    private final UserPrograms programs;
    private final UserNumbers numbers;

    UnixUserHandler(HostView host, UserPrograms programs, UserNumbers numbers) {
        this.host = host;
        this.programs = programs;
        this.numbers = numbers;
    }

    @Override
    public EffectType<UnixUser.Key, UnixUser> type() {
        return UnixUser.TYPE;
    }

    @Override
    public Optional<UnixUser> read(UnixUser.Key key) {
        return PasswordFile.of(host).ours(key.name());
    }

    @Override
    public synchronized void write(UnixUser.Key key, @Nullable UnixUser user) {
        Optional<UnixUser> present = read(key);
        if (present.equals(Optional.ofNullable(user))) {
            return;
        }
        // The programs cannot change a user's number; nobody but a failed attempt leaves another one behind.
        present.ifPresent(other -> programs.remove(key.name(), other.uid()));
        if (user != null) {
            numbers.given(user.uid());
            programs.add(key.name(), user);
        }
    }

    @Override
    public List<String> describe(UnixUser.Key key, UnixUser user) {
        return List.of("user " + key.name() + " " + user.uid() + " " + user.home());
    }
}
