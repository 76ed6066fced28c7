package dev.npanel.dns.tests.carry;

import dev.npanel.dns.backend.carry.Carriage;
import dev.npanel.dns.powerdns.PdnsServer;
import dev.npanel.dns.powerdns.api.PdnsApi;
import dev.npanel.dns.powerdns.carry.Doors;
import dev.npanel.dns.powerdns.carry.PdnsCarriage;
import dev.npanel.dns.powerdns.change.MetadataHandler;
import dev.npanel.dns.powerdns.change.RrsetsHandler;
import dev.npanel.dns.powerdns.key.CarriedKeys;
import dev.npanel.dns.powerdns.key.Keys;
import dev.npanel.dns.powerdns.key.KeysHandler;
import dev.npanel.dns.powerdns.serving.PdnsKeyServer;
import dev.npanel.dns.powerdns.serving.PdnsNameServer;
import dev.npanel.dns.powerdns.zone.Arrivals;
import dev.npanel.dns.powerdns.zone.ZoneHandler;
import dev.npanel.dns.powerdns.zone.Zones;
import java.nio.file.Path;
import java.util.List;

/** Whom all others carry their zones to and from: PowerDNS. */
final class Partner {
    private Partner() {}

    static Side start() {
        PdnsServer server = new PdnsServer();
        Zones zones = new Zones(new PdnsApi(server.environment()));
        Keys keys = new Keys(new PdnsApi(server.environment()));
        Carriage carriage = new PdnsCarriage(
                new Arrivals(zones),
                new CarriedKeys(zones, keys),
                new Doors(server.port(), Path.of("/nothing-is-said")));
        return new Side(
                server::close,
                server.port(),
                new PdnsNameServer(zones),
                new PdnsKeyServer(zones, keys),
                carriage,
                List.of(
                        new ZoneHandler(zones),
                        new RrsetsHandler(zones),
                        new MetadataHandler(zones),
                        new KeysHandler(zones, keys)));
    }
}
