package dev.npanel.dns.backend.dnssec;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.backend.key.KeyServer;
import dev.npanel.dns.backend.key.KeysState;
import dev.npanel.dns.dnssec.DnssecInfo;
import dev.npanel.host.action.Plan;
import dev.npanel.host.step.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads how zones are signed, and makes the plans that change it. Thread-safe; keeps nothing. */
@Component(service = Signings.class)
public final class Signings {
    private final KeyServer server;
    private final Clock clock;

    @Activate
    public Signings(@Reference KeyServer server) {
        this(server, Clock.systemUTC());
    }

    /** @param clock by which rolls wait */
    public Signings(KeyServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Signing read(DomainName zone) {
        return Signing.of(server.signed(zone));
    }

    /** As {@link #read}, of a zone that is changed here. */
    Signing require(DomainName zone) {
        return Signing.of(server.changeable(zone));
    }

    Duration keyTtl(DomainName zone) {
        return server.keyTtl(zone);
    }

    Duration longestTtl(DomainName zone) {
        return server.longestTtl(zone);
    }

    /**
     * The plan that notes a roll and changes the keys.
     *
     * @param note null to end all talk of a roll
     * @param wanted null to leave the keys alone
     */
    Plan<DnssecInfo> plan(Signing present, @Nullable RollNote note, @Nullable KeysState wanted) {
        List<Step> steps = server.steps(present.signed(), note == null ? null : note.text(), wanted);
        DomainName zone = present.signed().zone();
        return Plan.reading(steps, host -> read(zone).info());
    }
}
