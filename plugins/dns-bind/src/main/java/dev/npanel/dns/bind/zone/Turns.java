package dev.npanel.dns.bind.zone;

import dev.npanel.api.value.DomainName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.service.component.annotations.Component;

/** Whose turn it is to change a zone. Thread-safe. */
@Component(service = Turns.class)
public final class Turns {
    private final Map<DomainName, Turn> turns = new ConcurrentHashMap<>();

    /** Does this while nobody else of this process changes the zone. */
    public void take(DomainName zone, Runnable change) {
        Turn turn = turns.compute(zone, (same, there) -> {
            Turn found = there == null ? new Turn() : there;
            found.users++;
            return found;
        });
        turn.lock.lock();
        try {
            change.run();
        } finally {
            turn.lock.unlock();
            turns.computeIfPresent(zone, (same, there) -> --there.users == 0 ? null : there);
        }
    }

    private static final class Turn {
        private final ReentrantLock lock = new ReentrantLock(true);
        private int users;
    }
}
