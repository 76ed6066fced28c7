package dev.npanel.dns.bind.carry;

import dev.npanel.dns.bind.NamedServer;
import dev.npanel.dns.bind.change.RollHandler;
import dev.npanel.dns.bind.change.RrsetsHandler;
import dev.npanel.dns.bind.key.CarriedKeys;
import dev.npanel.dns.bind.key.Keys;
import dev.npanel.dns.bind.key.KeysHandler;
import dev.npanel.dns.bind.serving.BindKeyServer;
import dev.npanel.dns.bind.serving.BindNameServer;
import dev.npanel.dns.bind.wire.Named;
import dev.npanel.dns.bind.zone.Arrivals;
import dev.npanel.dns.bind.zone.Turns;
import dev.npanel.dns.bind.zone.Updates;
import dev.npanel.dns.bind.zone.ZoneFiles;
import dev.npanel.dns.bind.zone.ZoneHandler;
import dev.npanel.dns.bind.zone.Zones;
import dev.npanel.dns.tests.carry.CarryContract;
import dev.npanel.dns.tests.carry.Side;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** Zones go to a real BIND and come back. */
@Tag("D8")
class BindCarryTest extends CarryContract {
    @Override
    protected Side start() {
        NamedServer server = new NamedServer();
        Named named = new Named(server.environment());
        Zones zones = new Zones(named);
        ZoneFiles files = new ZoneFiles(named, zones);
        Turns turns = new Turns();
        Updates updates = new Updates(named, zones, files, turns);
        Keys keys = new Keys(zones);
        return new Side(
                server::close,
                server.port(),
                new BindNameServer(zones),
                new BindKeyServer(zones, keys),
                new BindCarriage(
                        named,
                        new Arrivals(zones, files, updates, turns),
                        new CarriedKeys(named, zones, files, keys, turns)),
                List.of(
                        new ZoneHandler(zones, files, updates, turns),
                        new RrsetsHandler(zones, updates),
                        new RollHandler(zones, updates),
                        new KeysHandler(named, zones, files, keys, turns)));
    }
}
