package dev.npanel.agent.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

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
        locks.block(List.of(A.name()));

        assertThatThrownBy(() -> locks.take(List.of(B, A), LATER)).hasMessageContaining("change.unfinished");

        locks.unblock(List.of(A.name()));
        locks.take(List.of(A, B), LATER).close();
    }

    @Test
    void letsThoseInTogetherWhoShare() {
        try (Locks.Hold one = locks.take(List.of(A.share(), B), LATER);
                Locks.Hold other = locks.take(List.of(A.share(), A.part("x")), LATER)) {
            assertThat(one).isNotSameAs(other);
            assertBusy(A);
            assertBusy(A.part("x"));
        }
        locks.take(List.of(A, B), LATER).close();
    }

    @Test
    void keepsThoseOutWhoShareWhatSomebodyHasAlone() {
        try (Locks.Hold alone = locks.take(List.of(A, A.share()), LATER)) {
            assertThat(alone).isNotNull();
            assertBusy(A.share());
        }
        locks.take(List.of(A.share()), LATER).close();
    }

    /** A stream of those who share does not keep the one waiting for ever who wants it alone. */
    @Test
    void givesItInTheOrderItWasAskedFor() throws Exception {
        Locks.Hold first = locks.take(List.of(A.share()), LATER);
        CompletableFuture<Locks.Hold> alone = CompletableFuture.supplyAsync(() -> locks.take(List.of(A), LATER));
        await().untilAsserted(() -> assertBusy(A.share()));

        first.close();

        alone.get(20, TimeUnit.SECONDS).close();
    }

    @Test
    void blocksThoseWhoShareToo() {
        locks.block(List.of(A.name()));

        assertThatThrownBy(() -> locks.take(List.of(A.share()), LATER)).hasMessageContaining("change.unfinished");
    }

    private void assertBusy(Lock lock) {
        assertThatThrownBy(() -> locks.take(List.of(lock), Deadline.after(Duration.ofMillis(20))))
                .hasMessageContaining("change.busy");
    }
}
