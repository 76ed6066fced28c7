package dev.npanel.dns.powerdns.zone;

import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.DomainSet;
import java.lang.ref.SoftReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The names of the zones as they were listed a moment ago, with what has been made and ended here since. PowerDNS gives no part of
 * its list: 10,000 zones take it 400 ms, for whoever wants to see three. Zones that somebody else makes are seen when the memory
 * ends; PowerDNS itself knows nothing for minutes of those that are made in its database. Thread-safe.
 */
final class RecentNames {
    /** As long as PowerDNS goes on with answers that it has cached. */
    static final Duration MEMORY = Duration.ofSeconds(20);

    private final Clock clock;
    private long changes;
    private @Nullable SoftReference<Listed> last;

    /** @param clock by which they are forgotten */
    RecentNames(Clock clock) {
        this.clock = clock;
    }

    private record Listed(Instant began, DomainSet names) {}

    /** What is looked at before a list is asked for. */
    record Mark(Instant began, long changes) {}

    synchronized Optional<DomainSet> names() {
        return listed().filter(listed -> clock.instant().isBefore(listed.began().plus(MEMORY)))
                .map(Listed::names);
    }

    synchronized Mark mark() {
        return new Mark(clock.instant(), changes);
    }

    /** Takes over what was listed since the mark, unless something was changed meanwhile, which may or may not be in it. */
    synchronized void learn(Mark mark, DomainSet names) {
        if (mark.changes() == changes) {
            last = new SoftReference<>(new Listed(mark.began(), names));
        }
    }

    /** Makes a zone. */
    void making(DomainName zone, Runnable making) {
        changing(making, names -> names.with(zone));
    }

    /** Ends a zone. */
    void ending(DomainName zone, Runnable ending) {
        changing(ending, names -> names.without(zone));
    }

    private void changing(Runnable change, UnaryOperator<DomainSet> then) {
        boolean done = false;
        try {
            change.run();
            done = true;
        } finally {
            changed(done ? then : null);
        }
    }

    /** @param then what has become of the names; null when that is not known */
    private synchronized void changed(@Nullable UnaryOperator<DomainSet> then) {
        changes++;
        Optional<Listed> listed = listed();
        last = then == null || listed.isEmpty()
                ? null
                : new SoftReference<>(
                        new Listed(listed.get().began(), then.apply(listed.get().names())));
    }

    private Optional<Listed> listed() {
        return Optional.ofNullable(last).map(SoftReference::get);
    }
}
