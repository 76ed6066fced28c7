package dev.npanel.dns.bind;

import dev.npanel.dns.backend.carry.Carriage;
import dev.npanel.dns.bind.carry.BindCarriage;
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
import dev.npanel.dns.tests.DnsBackend;
import dev.npanel.host.effect.EffectHandler;
import java.time.Clock;
import java.util.List;

/** The plugin's components and its carrier's put together as in the agent, over one named. */
public record BindParts(
        BindNameServer names, BindKeyServer keys, Carriage carriage, List<EffectHandler<?, ?>> effects) {
    public static BindParts over(NamedServer server) {
        Named named = new Named(server.environment());
        Zones zones = new Zones(named);
        ZoneFiles files = new ZoneFiles(named, zones);
        Turns turns = new Turns();
        Updates updates = new Updates(named, zones, files, turns);
        Keys keys = new Keys(zones);
        return new BindParts(
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

    /** The backend alone. */
    public static DnsBackend backend(NamedServer server, Clock clock) {
        BindParts parts = over(server);
        return DnsBackend.over(parts.names, parts.keys, parts.effects, clock, server.port(), server::close);
    }
}
