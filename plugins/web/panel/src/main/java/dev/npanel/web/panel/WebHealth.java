package dev.npanel.web.panel;

import dev.npanel.panel.health.Health;
import dev.npanel.panel.health.HealthCheck;
import dev.npanel.web.server.Finding;
import dev.npanel.web.server.Finding.Sort;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Names the files of the web server that somebody has changed by hand, and those it refuses. Looked at once in half a minute at most:
 * everybody may ask for the health. Thread-safe.
 */
@Component(service = HealthCheck.class)
public final class WebHealth implements HealthCheck {
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final int NAMED = 10;

    private final Neighbours neighbours;
    private final Clock clock;
    private @Nullable Health last;
    private Instant looked = Instant.MIN;

    @Activate
    public WebHealth(@Reference Neighbours neighbours) {
        this(neighbours, Clock.systemUTC());
    }

    WebHealth(Neighbours neighbours, Clock clock) {
        this.neighbours = neighbours;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "web";
    }

    @Override
    public synchronized Health check() {
        Instant now = clock.instant();
        if (last == null || now.isBefore(looked) || !now.isBefore(looked.plus(FRESH))) {
            last = health(neighbours.inspect().findings());
            looked = now;
        }
        return last;
    }

    private static Health health(List<Finding> findings) {
        if (findings.isEmpty()) {
            return Health.up("all files of sites are as they were made");
        }
        String named = findings.stream().limit(NAMED).map(WebHealth::line).collect(Collectors.joining("; "));
        int more = findings.size() - NAMED;
        boolean refused = findings.stream().anyMatch(each -> each.sort() == Sort.REFUSED);
        return Health.degraded(
                (refused ? "nginx takes no change: " : "") + named + (more > 0 ? "; " + more + " more" : ""));
    }

    private static String line(Finding finding) {
        String domain = finding.domain() == null ? "" : " (site " + finding.domain() + ")";
        return finding.file() + domain + " " + finding.message();
    }
}
