package dev.npanel.dns.bind.carry;

import dev.npanel.dns.bind.BindParts;
import dev.npanel.dns.bind.NamedServer;
import dev.npanel.dns.tests.carry.CarryContract;
import dev.npanel.dns.tests.carry.Side;
import org.junit.jupiter.api.Tag;

/** Zones go to a real BIND and come back. */
@Tag("D8")
class BindCarryTest extends CarryContract {
    @Override
    protected Side start() {
        NamedServer server = new NamedServer();
        BindParts parts = BindParts.over(server);
        return new Side(server::close, server.port(), parts.names(), parts.keys(), parts.carriage(), parts.effects());
    }
}
