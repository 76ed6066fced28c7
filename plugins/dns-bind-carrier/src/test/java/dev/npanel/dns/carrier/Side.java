package dev.npanel.dns.carrier;

import dev.npanel.dns.backend.carry.Carriage;
import dev.npanel.dns.backend.carry.CarriedHandler;
import dev.npanel.dns.backend.carry.CarriedSource;
import dev.npanel.dns.backend.carry.CompareZonesAction;
import dev.npanel.dns.backend.carry.DropZonesAction;
import dev.npanel.dns.backend.carry.ListCarriedAction;
import dev.npanel.dns.backend.carry.Sources;
import dev.npanel.dns.backend.carry.TakeZonesAction;
import dev.npanel.dns.backend.key.KeyServer;
import dev.npanel.dns.backend.server.NameServer;
import dev.npanel.dns.bind.NamedServer;
import dev.npanel.dns.bind.carry.BindCarriage;
import dev.npanel.dns.bind.change.RollHandler;
import dev.npanel.dns.bind.change.RrsetsHandler;
import dev.npanel.dns.bind.serving.BindKeyServer;
import dev.npanel.dns.bind.serving.BindNameServer;
import dev.npanel.dns.bind.wire.Named;
import dev.npanel.dns.bind.zone.Turns;
import dev.npanel.dns.bind.zone.Updates;
import dev.npanel.dns.bind.zone.ZoneFiles;
import dev.npanel.dns.carry.Carrier;
import dev.npanel.dns.powerdns.PdnsServer;
import dev.npanel.dns.powerdns.api.PdnsApi;
import dev.npanel.dns.powerdns.carry.Doors;
import dev.npanel.dns.powerdns.carry.PdnsCarriage;
import dev.npanel.dns.powerdns.change.MetadataHandler;
import dev.npanel.dns.powerdns.serving.PdnsKeyServer;
import dev.npanel.dns.powerdns.serving.PdnsNameServer;
import dev.npanel.dns.powerdns.zone.Arrivals;
import dev.npanel.dns.powerdns.zone.Zones;
import dev.npanel.dns.tests.Actions;
import dev.npanel.dns.tests.Asking;
import dev.npanel.dns.tests.DnsBackend;
import dev.npanel.dns.tests.Host;
import dev.npanel.host.action.Action;
import dev.npanel.host.effect.EffectHandler;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** A backend and its carrier put together as in the agent, over a daemon of its own. */
final class Side implements DnsBackend {
    private final AutoCloseable daemon;
    private final int port;
    private final NameServer names;
    private final Carriage carriage;
    private final CarriedSource source;
    private final List<Action<?, ?>> actions;
    private final List<EffectHandler<?, ?>> effects;

    private Side(
            AutoCloseable daemon,
            int port,
            NameServer names,
            KeyServer keys,
            Carriage carriage,
            List<EffectHandler<?, ?>> effects) {
        this.daemon = daemon;
        this.port = port;
        this.names = names;
        this.carriage = carriage;
        this.source = new CarriedSource(names, keys, carriage);
        this.actions = new ArrayList<>(Actions.over(names, keys, Clock.systemUTC()));
        this.effects = new ArrayList<>(effects);
    }

    static Side powerdns(PdnsServer server) {
        Zones zones = new Zones(new PdnsApi(server.environment()));
        var keys = new dev.npanel.dns.powerdns.key.Keys(new PdnsApi(server.environment()));
        Carriage carriage = new PdnsCarriage(
                new Arrivals(zones),
                new dev.npanel.dns.powerdns.key.CarriedKeys(zones, keys),
                new Doors(server.port(), Path.of("/nothing-is-said")));
        return new Side(
                server,
                server.port(),
                new PdnsNameServer(zones),
                new PdnsKeyServer(zones, keys),
                carriage,
                List.of(
                        new dev.npanel.dns.powerdns.zone.ZoneHandler(zones),
                        new dev.npanel.dns.powerdns.change.RrsetsHandler(zones),
                        new MetadataHandler(zones),
                        new dev.npanel.dns.powerdns.key.KeysHandler(zones, keys)));
    }

    static Side bind(NamedServer server) {
        Named named = new Named(server.environment());
        var zones = new dev.npanel.dns.bind.zone.Zones(named);
        ZoneFiles files = new ZoneFiles(named, zones);
        Turns turns = new Turns();
        Updates updates = new Updates(named, zones, files, turns);
        var keys = new dev.npanel.dns.bind.key.Keys(zones);
        Carriage carriage = new BindCarriage(
                named,
                new dev.npanel.dns.bind.zone.Arrivals(zones, files, updates, turns),
                new dev.npanel.dns.bind.key.CarriedKeys(named, zones, files, keys, turns));
        return new Side(
                server,
                server.port(),
                new BindNameServer(zones),
                new BindKeyServer(zones, keys),
                carriage,
                List.of(
                        new dev.npanel.dns.bind.zone.ZoneHandler(zones, files, updates, turns),
                        new RrsetsHandler(zones, updates),
                        new RollHandler(zones, updates),
                        new dev.npanel.dns.bind.key.KeysHandler(named, zones, files, keys, turns)));
    }

    /** Lets the two know of each other. */
    static void introduce(Side one, Side other) {
        Sources sources = new Sources();
        sources.addSource(one.source);
        sources.addSource(other.source);
        one.meet(sources);
        other.meet(sources);
    }

    private void meet(Sources sources) {
        actions.add(new ListCarriedAction(carriage, names, source));
        actions.add(new TakeZonesAction(carriage, names, sources));
        actions.add(new DropZonesAction(carriage, names));
        actions.add(new CompareZonesAction(carriage, sources));
        effects.add(new CarriedHandler(carriage, source, sources));
    }

    Carrier carrier() {
        return new Carrier(carriage.server());
    }

    Host host() {
        return new Host(this);
    }

    Asking asking() {
        return new Asking(port);
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
        return port;
    }

    @Override
    public void close() {
        try {
            daemon.close();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
