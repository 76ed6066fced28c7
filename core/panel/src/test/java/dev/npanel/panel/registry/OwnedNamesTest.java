package dev.npanel.panel.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.DomainSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Nobody keeps a domain that was taken from them, however unlucky the moment. */
class OwnedNamesTest {
    private static final AccountName ALICE = new AccountName("alice");
    private static final DomainSet OLD = DomainSet.of(new DomainName("old.example"));
    private static final DomainSet NEW = DomainSet.of(new DomainName("new.example"));

    private final OwnedNames names = new OwnedNames();

    @Test
    void readsAgainOnlyAfterAChange() {
        AtomicInteger reads = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            assertThat(names.of(ALICE, () -> count(reads, OLD))).isEqualTo(OLD);
        }
        assertThat(reads).hasValue(1);

        names.changed();

        assertThat(names.of(ALICE, () -> count(reads, NEW))).isEqualTo(NEW);
        assertThat(reads).hasValue(2);
    }

    @Test
    void whatWasReadBeforeAChangeIsNotGivenOutAfterIt() {
        names.of(ALICE, () -> {
            names.changed(); // between the reading and its end
            return OLD;
        });

        assertThat(names.of(ALICE, () -> NEW)).isEqualTo(NEW);
    }

    @Test
    void tellsTheAccountsApart() {
        assertThat(names.of(ALICE, () -> OLD)).isEqualTo(OLD);
        assertThat(names.of(new AccountName("bob"), DomainSet::of)).isEqualTo(DomainSet.of());
        assertThat(names.of(ALICE, () -> NEW)).isEqualTo(OLD);
    }

    @Test
    void forgetsThoseWhoHaveNotAskedForLong() {
        names.of(ALICE, () -> OLD);
        for (int i = 0; i < 100; i++) {
            names.of(new AccountName("user" + i), DomainSet::of);
        }

        assertThat(names.of(ALICE, () -> NEW)).isEqualTo(NEW);
    }

    private static DomainSet count(AtomicInteger reads, DomainSet read) {
        reads.incrementAndGet();
        return read;
    }
}
