package dev.npanel.dns.panel.zone;

import dev.npanel.dns.edit.Serial;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Serials for new zones: the time, and none twice, so that a zone that is made again within the same second has another one, too.
 * Thread-safe.
 */
@Component(service = FirstSerials.class)
public final class FirstSerials {
    private final InstantSource clock;
    private final AtomicLong last;

    @Activate
    public FirstSerials() {
        this(InstantSource.system());
    }

    public FirstSerials(InstantSource clock) {
        this.clock = clock;
        this.last = new AtomicLong(Serial.at(clock.instant().minusSeconds(1)));
    }

    /** The next one. */
    public long next() {
        long now = Serial.at(clock.instant());
        return last.updateAndGet(before -> Serial.raise(before, now));
    }
}
