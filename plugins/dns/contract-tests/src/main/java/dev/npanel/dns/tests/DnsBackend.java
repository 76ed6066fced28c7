package dev.npanel.dns.tests;

import dev.npanel.host.action.Action;
import dev.npanel.host.effect.EffectHandler;
import java.util.List;

/** A backend over a real daemon that was started for the test. */
public interface DnsBackend extends AutoCloseable {
    /** One for every action of the contract. */
    List<Action<?, ?>> actions();

    /** Whatever the plans of the actions need. */
    List<EffectHandler<?, ?>> effects();

    /** Where on 127.0.0.1 the daemon answers queries, by UDP and TCP. */
    int port();

    /** Stops the daemon. */
    @Override
    void close();
}
