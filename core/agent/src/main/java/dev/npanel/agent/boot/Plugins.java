package dev.npanel.agent.boot;

import dev.npanel.agent.audit.AuditEvent;
import dev.npanel.agent.audit.AuditEvent.Event;
import dev.npanel.agent.audit.AuditTrail;
import dev.npanel.agent.dispatch.InFlight;
import dev.npanel.agent.dispatch.Registry;
import dev.npanel.agent.effect.Handlers;
import dev.npanel.agent.engine.Unfinished;
import dev.npanel.agent.unit.ObservedUnits;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Declaration;
import dev.npanel.host.effect.EffectHandler;
import dev.npanel.host.unit.Reloading;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Lets plugins in, as far as their declarations go; what goes beyond is refused loudly. Thread-safe. */
final class Plugins {
    private static final System.Logger LOG = System.getLogger(Plugins.class.getName());
    /** Less than somebody waits who disables a plugin. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Registry registry;
    private final Handlers handlers;
    private final ObservedUnits units;
    private final Unfinished unfinished;
    private final AuditTrail audit;
    private final InFlight inFlight;

    Plugins(
            Registry registry,
            Handlers handlers,
            ObservedUnits units,
            Unfinished unfinished,
            AuditTrail audit,
            InFlight inFlight) {
        this.registry = registry;
        this.handlers = handlers;
        this.units = units;
        this.unfinished = unfinished;
        this.audit = audit;
        this.inFlight = inFlight;
    }

    /**
     * The plugin stops: it gets no more calls, and keeps what it needs until those it has are answered. Later calls of this do
     * nothing.
     */
    void leave(String plugin) {
        if (registry.removeAll(plugin)) {
            inFlight.drain(plugin, PATIENCE);
        }
    }

    void add(Action<?, ?> action, Declaration declaration) {
        String name = action.type().name();
        if (!declaration.mayServe(name)) {
            refuse(declaration.plugin() + " brings " + name + ", which it does not declare");
            return;
        }
        try {
            registry.add(action, declaration.plugin(), declaration::permits);
        } catch (IllegalStateException taken) {
            refuse(String.valueOf(taken.getMessage()));
        }
    }

    void remove(Action<?, ?> action) {
        registry.remove(action);
    }

    void add(EffectHandler<?, ?> handler, Declaration declaration) {
        String name = handler.type().name();
        if (!declaration.effects().contains(name)) {
            refuse(declaration.plugin() + " handles " + name + ", which it does not declare");
            return;
        }
        try {
            handlers.add(handler);
            unfinished.retry();
        } catch (IllegalStateException taken) {
            refuse(String.valueOf(taken.getMessage()));
        }
    }

    void remove(EffectHandler<?, ?> handler) {
        handlers.remove(handler);
    }

    void add(Reloading reloading, Declaration declaration) {
        if (!declaration.mayChange(reloading.unit())) {
            refuse(declaration.plugin() + " observes " + reloading.unit() + ", which it does not declare");
            return;
        }
        try {
            units.add(reloading);
        } catch (IllegalStateException taken) {
            refuse(String.valueOf(taken.getMessage()));
        }
    }

    void remove(Reloading reloading) {
        units.remove(reloading);
    }

    private void refuse(String why) {
        LOG.log(Level.ERROR, "refused: " + why);
        try {
            audit.add(AuditEvent.of(Event.PLUGIN, why));
        } catch (IOException unwritable) {
            LOG.log(Level.ERROR, "not in the audit trail: " + why, unwritable);
        }
    }
}
