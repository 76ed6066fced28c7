package dev.npanel.dns.powerdns;

import dev.npanel.dns.backend.carry.Carriage;
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
import dev.npanel.dns.tests.DnsBackend;
import dev.npanel.host.effect.EffectHandler;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The plugin's components and its carrier's put together, over one PowerDNS and one {@link Zones}; in the agent each has its own. */
public record PdnsParts(
        PdnsNameServer names, PdnsKeyServer keys, Carriage carriage, List<EffectHandler<?, ?>> effects) {
    public static PdnsParts over(PdnsServer server) {
        return over(server, Clock.systemUTC());
    }

    private static PdnsParts over(PdnsServer server, Clock clock) {
        PdnsApi api = new PdnsApi(server.environment());
        Zones zones = new Zones(api, clock);
        Keys keys = new Keys(api);
        return new PdnsParts(
                new PdnsNameServer(zones),
                new PdnsKeyServer(zones, keys),
                new PdnsCarriage(
                        new Arrivals(zones),
                        new CarriedKeys(zones, keys),
                        new Doors(server.port(), Path.of("/nothing-is-said"))),
                List.of(
                        new ZoneHandler(zones),
                        new RrsetsHandler(zones),
                        new MetadataHandler(zones),
                        new KeysHandler(zones, keys)));
    }

    /** The backend alone. */
    public static DnsBackend backend(PdnsServer server, Clock clock) {
        PdnsParts parts = over(server, clock);
        return DnsBackend.over(parts.names, parts.keys, parts.effects, clock, server.port(), server::close);
    }
}
