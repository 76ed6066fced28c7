package dev.npanel.dns.powerdns;

import dev.npanel.dns.tests.DnsBackend;
import dev.npanel.dns.tests.DnsContract;
import java.time.Clock;

/** The contract, on the pdns_server of this machine. */
class PowerdnsTest extends DnsContract {
    @Override
    protected DnsBackend start(Clock clock) {
        return PdnsParts.backend(new PdnsServer(), clock);
    }
}
