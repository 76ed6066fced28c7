package dev.npanel.agent.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.host.effect.EffectHandler;
import dev.npanel.host.step.EffectType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C9")
class HandlersTest {
    private static final EffectType<Key, State> TYPE = new EffectType<>("test.thing", Key.class, State.class);

    private final Handlers handlers = new Handlers();
    private final Handler first = new Handler();

    /** The runtime of components may tell of a service twice while it starts. */
    @Test
    void whoIsInAlreadyIsInOnce() {
        handlers.add(first);
        handlers.add(first);
        assertThat(handlers.of(TYPE).isOf(first)).isTrue();
        handlers.remove(first);
        assertThat(catchThrowableOfType(ProblemException.class, () -> handlers.of(TYPE))
                        .problem()
                        .kind())
                .isEqualTo(ProblemKind.UNAVAILABLE);
    }

    @Test
    void aSecondOneOfTheTypeIsRefusedAndTakesNothingAway() {
        Handler second = new Handler();
        handlers.add(first);
        assertThatIllegalStateException().isThrownBy(() -> handlers.add(second));
        handlers.remove(second);
        assertThat(handlers.of(TYPE).isOf(first)).isTrue();
    }

    private record Key(String name) {}

    private record State(String value) {}

    private static final class Handler implements EffectHandler<Key, State> {
        @Override
        public EffectType<Key, State> type() {
            return TYPE;
        }

        @Override
        public Optional<State> read(Key key) {
            return Optional.empty();
        }

        @Override
        public void write(Key key, @Nullable State state) {
            // there is nothing
        }

        @Override
        public List<String> describe(Key key, State state) {
            return List.of(state.value());
        }
    }
}
