package dev.npanel.dns.bind;

import dev.npanel.dns.bind.change.RollHandler;
import dev.npanel.dns.bind.change.RrsetsHandler;
import dev.npanel.dns.bind.key.Keys;
import dev.npanel.dns.bind.key.KeysHandler;
import dev.npanel.dns.bind.serving.BindKeyServer;
import dev.npanel.dns.bind.serving.BindNameServer;
import dev.npanel.dns.bind.wire.Named;
import dev.npanel.dns.bind.zone.Turns;
import dev.npanel.dns.bind.zone.Updates;
import dev.npanel.dns.bind.zone.ZoneFiles;
import dev.npanel.dns.bind.zone.ZoneHandler;
import dev.npanel.dns.bind.zone.Zones;
import dev.npanel.dns.tests.Actions;
import dev.npanel.dns.tests.DnsBackend;
import dev.npanel.host.action.Action;
import dev.npanel.host.effect.EffectHandler;
import java.time.Clock;
import java.util.List;

/** The plugin's components put together as in the agent, over one named. */
final class Backend implements DnsBackend {
    private final NamedServer server;
    private final List<Action<?, ?>> actions;
    private final List<EffectHandler<?, ?>> effects;

    Backend(NamedServer server, Clock clock) {
        this.server = server;
        Named named = new Named(server.environment());
        Zones zones = new Zones(named);
        ZoneFiles files = new ZoneFiles(named, zones);
        Turns turns = new Turns();
        Updates updates = new Updates(named, zones, files, turns);
        Keys keys = new Keys(zones);
        this.effects = List.of(
                new ZoneHandler(zones, files, updates, turns),
                new RrsetsHandler(zones, updates),
                new RollHandler(zones, updates),
                new KeysHandler(named, zones, files, keys, turns));
        this.actions = Actions.over(new BindNameServer(zones), new BindKeyServer(zones, keys), clock);
    }

    @Override
    public List<Action<?, ?>> actions() {
        return actions;
    }

    @Override
    public List<EffectHandler<?, ?>> effects() {
        return effects;
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}
