package dev.npanel.dns.tests.carry;

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
import dev.npanel.dns.carry.Carrier;
import dev.npanel.dns.tests.Actions;
import dev.npanel.dns.tests.Asking;
import dev.npanel.dns.tests.DnsBackend;
import dev.npanel.dns.tests.Host;
import dev.npanel.host.action.Action;
import dev.npanel.host.effect.EffectHandler;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** A backend and its carrier put together as in the agent, over a daemon of its own. */
public final class Side implements AutoCloseable {
    private final Runnable stop;
    private final int port;
    private final NameServer names;
    private final Carriage carriage;
    private final CarriedSource source;
    private final List<Action<?, ?>> actions;
    private final List<EffectHandler<?, ?>> effects;

    /**
     * @param stop stops the daemon, in the end
     * @param port where it answers, on 127.0.0.1
     * @param effects the backend's own
     */
    public Side(
            Runnable stop,
            int port,
            NameServer names,
            KeyServer keys,
            Carriage carriage,
            List<EffectHandler<?, ?>> effects) {
        this.stop = stop;
        this.port = port;
        this.names = names;
        this.carriage = carriage;
        this.source = new CarriedSource(names, keys, carriage);
        this.actions = new ArrayList<>(Actions.over(names, keys, Clock.systemUTC()));
        this.effects = new ArrayList<>(effects);
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
        return new Host(new DnsBackend(port, actions, effects, stop));
    }

    Asking asking() {
        return new Asking(port);
    }

    @Override
    public void close() {
        stop.run();
    }
}
