package dev.npanel.dns.powerdns;

import dev.npanel.dns.powerdns.api.PdnsApi;
import dev.npanel.dns.powerdns.change.MetadataHandler;
import dev.npanel.dns.powerdns.change.RrsetsHandler;
import dev.npanel.dns.powerdns.key.Keys;
import dev.npanel.dns.powerdns.key.KeysHandler;
import dev.npanel.dns.powerdns.serving.PdnsKeyServer;
import dev.npanel.dns.powerdns.serving.PdnsNameServer;
import dev.npanel.dns.powerdns.zone.ZoneHandler;
import dev.npanel.dns.powerdns.zone.Zones;
import dev.npanel.dns.tests.Actions;
import dev.npanel.dns.tests.DnsBackend;
import dev.npanel.host.action.Action;
import dev.npanel.host.effect.EffectHandler;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The plugin's components put together as in the agent, over one PowerDNS. */
final class Backend implements DnsBackend {
    private final PdnsServer server;
    private final List<Action<?, ?>> actions;
    private final List<EffectHandler<?, ?>> effects;

    Backend(PdnsServer server, Clock clock) {
        this(server, server.environment(), clock);
    }

    Backend(PdnsServer server, Map<String, String> environment, Clock clock) {
        this.server = server;
        PdnsApi api = new PdnsApi(environment);
        Zones zones = new Zones(api);
        Keys keys = new Keys(api);
        this.effects = List.of(
                new ZoneHandler(zones),
                new RrsetsHandler(zones),
                new MetadataHandler(zones),
                new KeysHandler(zones, keys));
        this.actions = Actions.over(new PdnsNameServer(zones), new PdnsKeyServer(zones, keys), clock);
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
