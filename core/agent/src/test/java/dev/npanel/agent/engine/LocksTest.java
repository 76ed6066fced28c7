package dev.npanel.agent.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.host.action.Lock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try")
class LocksTest {
    private static final Lock A = new Lock("a");
    private static final Lock B = new Lock("b");
    private static final Deadline LATER = Deadline.after(Duration.ofSeconds(20));

    private final Locks locks = new Locks();

    @Test
    void doesNotLetOthersWaitForOtherThings() {
        try (Locks.Hold a = locks.take(List.of(A), LATER);
                Locks.Hold b = locks.take(List.of(B), LATER)) {
            assertThat(a).isNotSameAs(b);
        }
    }

    @Test
    void refusesWhoCannotHaveItInTime() {
        try (Locks.Hold a = locks.take(List.of(A), LATER)) {
            assertThatThrownBy(() -> locks.take(List.of(A, B), Deadline.after(Duration.ofMillis(20))))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            busy -> assertThat(busy.problem().code()).isEqualTo("change.busy"));
        }
        try (Locks.Hold again = locks.take(List.of(B, A), LATER)) {
            assertThat(again).isNotNull();
        }
    }

    @Test
    void givesTheLockOn() throws Exception {
        Locks.Hold first = locks.take(List.of(A), LATER);
        CompletableFuture<Void> second =
                CompletableFuture.runAsync(() -> locks.take(List.of(A), LATER).close());

        first.close();

        second.get(20, TimeUnit.SECONDS);
    }

    @Test
    void blocksWithoutWaiting() {
        locks.block(List.of(A));

        assertThatThrownBy(() -> locks.take(List.of(B, A), LATER)).hasMessageContaining("change.unfinished");

        locks.unblock(List.of(A));
        locks.take(List.of(A, B), LATER).close();
    }
}
