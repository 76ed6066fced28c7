package dev.npanel.dns.powerdns.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.DomainSet;
import dev.npanel.dns.tests.MovableClock;
import org.junit.jupiter.api.Test;

class RecentNamesTest {
    private static final DomainName OLD = new DomainName("old.example");
    private static final DomainName NEW = new DomainName("new.example");

    private final MovableClock clock = new MovableClock();
    private final RecentNames recent = new RecentNames(clock);

    @Test
    void knowsForAMomentWhatWasListedAndWhatHasBeenDoneSince() {
        assertThat(recent.names()).isEmpty();
        recent.learn(recent.mark(), DomainSet.of(OLD));
        assertThat(recent.names()).contains(DomainSet.of(OLD));

        recent.making(NEW, () -> {});
        assertThat(recent.names()).contains(DomainSet.of(OLD, NEW));
        recent.ending(OLD, () -> {});
        assertThat(recent.names()).contains(DomainSet.of(NEW));

        clock.pass(RecentNames.MEMORY);
        assertThat(recent.names()).isEmpty();
    }

    @Test
    void theMemoryBeginsBeforeTheList() {
        RecentNames.Mark mark = recent.mark();
        clock.pass(RecentNames.MEMORY);
        recent.learn(mark, DomainSet.of(OLD));
        assertThat(recent.names()).isEmpty();
    }

    @Test
    void aListThatMayLackAChangeIsNotKept() {
        RecentNames.Mark mark = recent.mark();
        recent.making(NEW, () -> {});
        recent.learn(mark, DomainSet.of(OLD));
        assertThat(recent.names()).isEmpty();
    }

    @Test
    void whatHasFailedMayHaveBeenDone() {
        recent.learn(recent.mark(), DomainSet.of(OLD));
        assertThatThrownBy(() -> recent.making(NEW, () -> {
                    throw new IllegalStateException("no answer");
                }))
                .hasMessage("no answer");
        assertThat(recent.names()).isEmpty();
    }
}
