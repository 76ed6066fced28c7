package dev.npanel.dns.tests;

import dev.npanel.dns.backend.key.KeyServer;
import dev.npanel.dns.backend.server.NameServer;
import dev.npanel.host.action.Action;
import dev.npanel.host.effect.EffectHandler;
import java.time.Clock;
import java.util.List;

/**
 * A backend over a real daemon that was started for the test.
 *
 * @param port where on 127.0.0.1 the daemon answers queries, by UDP and TCP
 * @param actions one for every action of the contract
 * @param effects whatever the plans of the actions need
 * @param stop stops the daemon
 */
public record DnsBackend(int port, List<Action<?, ?>> actions, List<EffectHandler<?, ?>> effects, Runnable stop)
        implements AutoCloseable {
    public DnsBackend {
        actions = List.copyOf(actions);
        effects = List.copyOf(effects);
    }

    /** The actions of the kind over these. */
    public static DnsBackend over(
            NameServer names, KeyServer keys, List<EffectHandler<?, ?>> effects, Clock clock, int port, Runnable stop) {
        return new DnsBackend(port, Actions.over(names, keys, clock), effects, stop);
    }

    @Override
    public void close() {
        stop.run();
    }
}
