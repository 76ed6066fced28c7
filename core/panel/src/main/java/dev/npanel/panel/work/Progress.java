package dev.npanel.panel.work;

import dev.npanel.api.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes on what a run tells, once in a second. A run does not fail because it cannot be told how far it is. Not thread-safe. */
final class Progress implements Consumer<String> {
    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Consumer<String> seen;
    private Instant next = Instant.MIN;

    Progress(InstantSource clock, Consumer<String> seen) {
        this.clock = clock;
        this.seen = seen;
    }

    @Override
    public void accept(String progress) {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(PAUSE);
        try {
            seen.accept(progress);
        } catch (ProblemException storeAway) {
            LOG.warn("jobs: {}", storeAway.getMessage());
        }
    }
}
