package dev.npanel.dns.panel.migrate;

import dev.npanel.api.plugin.PluginName;
import dev.npanel.api.problem.Problem;
import dev.npanel.dns.carry.Carrier;
import java.time.Instant;

/**
 * Which backend takes over from which. Everything else the host knows.
 *
 * @param until after this time it is given up and taken back, unless the other name server answers already
 */
public record Swap(PluginName from, PluginName to, Instant until) {
    Carrier source() {
        return carrier(from);
    }

    Carrier target() {
        return carrier(to);
    }

    static Carrier carrier(PluginName backend) {
        return Carrier.of(backend)
                .orElseThrow(() -> Problem.invalid("to", "must be a backend of dns, such as npanel.dns.bind")
                        .asException());
    }
}
