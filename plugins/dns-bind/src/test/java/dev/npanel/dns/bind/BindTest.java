package dev.npanel.dns.bind;

import dev.npanel.dns.tests.DnsBackend;
import dev.npanel.dns.tests.DnsContract;
import java.time.Clock;

/** The contract, on the named of this machine. */
class BindTest extends DnsContract {
    @Override
    protected DnsBackend start(Clock clock) {
        return BindParts.backend(new NamedServer(), clock);
    }
}
