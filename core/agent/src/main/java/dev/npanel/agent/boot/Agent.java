package dev.npanel.agent.boot;

import dev.npanel.agent.account.PasswordFile;
import dev.npanel.agent.account.UnixAccountActions;
import dev.npanel.agent.audit.AuditEvent;
import dev.npanel.agent.audit.AuditEvent.Event;
import dev.npanel.agent.audit.AuditTrail;
import dev.npanel.agent.change.ChangeActions;
import dev.npanel.agent.dispatch.Dispatcher;
import dev.npanel.agent.dispatch.InFlight;
import dev.npanel.agent.dispatch.Registry;
import dev.npanel.agent.durable.Checkpoints;
import dev.npanel.agent.durable.Durability;
import dev.npanel.agent.effect.Handlers;
import dev.npanel.agent.engine.EngineAssembly;
import dev.npanel.agent.engine.Retention;
import dev.npanel.agent.journal.Entry;
import dev.npanel.agent.plugin.PluginActions;
import dev.npanel.agent.program.Programs;
import dev.npanel.agent.unit.ObservedUnits;
import dev.npanel.agent.unit.Systemctl;
import dev.npanel.api.plugin.InstalledPlugin;
import dev.npanel.api.plugin.InstalledPlugins;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.channel.server.ChannelServer;
import dev.npanel.channel.server.PeerPolicy;
import dev.npanel.channel.server.ServerLimits;
import dev.npanel.channel.server.SocketPlace;
import dev.npanel.channel.systemd.Notifier;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Declaration;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The agent with all its parts. Made, started once, closed once; plugins come and go at any time. Thread-safe. */
final class Agent implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Agent.class.getName());
    /** The longest deadline of a call, and what a reload may take beyond it. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(15);

    private final Settings settings;
    private final Declaration own;
    private final Registry registry = new Registry();
    private final ScheduledExecutorService scheduler;
    private final AuditTrail audit;
    private final EngineAssembly assembly;
    private final Plugins plugins;
    private final ChannelServer server;
    private final InFlight inFlight = new InFlight(LONGEST_CALL);
    private final Notifier notifier;

    Agent(Settings settings, Declaration own, ScheduledExecutorService scheduler, Notifier notifier)
            throws IOException {
        this.settings = settings;
        this.own = own;
        this.scheduler = scheduler;
        this.notifier = notifier;
        Durability durability = new Durability(Checkpoints.NONE);
        Handlers handlers = new Handlers();
        ObservedUnits units = new ObservedUnits(new Systemctl(new Programs(), new AbsolutePath("/usr/bin/systemctl")));
        this.assembly =
                new EngineAssembly(settings.root(), settings.state(), handlers, units, scheduler, Checkpoints.NONE);
        this.audit = AuditTrail.open(settings.audit(), settings.trail(), Clock.systemUTC(), durability);
        this.plugins = new Plugins(registry, handlers, units, assembly.unfinished(), audit, inFlight);
        serveOwn(handlers, durability);
        Dispatcher dispatcher = new Dispatcher(registry, assembly.engine(), audit, inFlight);
        this.server = new ChannelServer(
                new SocketPlace(settings.socket(), settings.panelUser()),
                ServerLimits.standard(),
                new PeerPolicy(panelUid()),
                dispatcher,
                new SocketWatch(audit));
        server.prepare();
    }

    /** What plugins bring. */
    Plugins plugins() {
        return plugins;
    }

    /**
     * From now on plugins can be listed, enabled and disabled.
     *
     * @return what serves that
     */
    List<Action<?, ?>> administer(InstalledPlugins installed, InstalledPlugin self) {
        List<Action<?, ?>> actions = PluginActions.of(installed, self, registry::serves);
        actions.forEach(action -> registry.add(action, own.plugin(), own::permits));
        return actions;
    }

    /** Undoes what was cut off, and only then lets anybody in. */
    void start() throws IOException {
        note(AuditEvent.of(Event.START, "agent"));
        for (Entry entry : assembly.recover()) {
            String id = entry.head().id().text();
            note(new AuditEvent(
                    Event.RECOVERED, entry.head().action(), entry.head().scope(), null, id, "undone", null));
        }
        Retention retention =
                new Retention(assembly.history(), assembly.vault(), settings.retention(), Clock.systemUTC());
        scheduleDaily(retention);
        scheduleDaily(this::logAuditHead);
        server.open();
        notifier.ready();
        notifier.watch(inFlight::isAlive);
        LOG.log(Level.INFO, "listening on " + settings.socket());
    }

    @Override
    public void close() throws IOException {
        notifier.stopping();
        server.close();
        scheduler.shutdownNow();
        notifier.close();
        note(AuditEvent.of(Event.STOP, "agent"));
        logAuditHead();
        audit.close();
    }

    private void serveOwn(Handlers handlers, Durability durability) {
        Path state = settings.root().resolve(settings.state().text().substring(1));
        UnixAccountActions accounts = new UnixAccountActions(assembly.host(), state, durability);
        handlers.add(accounts.handler());
        accounts.actions().forEach(action -> registry.add(action, own.plugin(), own::permits));
        // A revert does what its change was permitted to do, backwards.
        ChangeActions.of(assembly.history(), assembly.steps())
                .forEach(action -> registry.add(action, own.plugin(), step -> true));
    }

    /** A full disk keeps nobody from looking; changes are refused as long as they cannot be written down. */
    private void note(AuditEvent event) {
        try {
            audit.add(event);
        } catch (IOException unwritable) {
            LOG.log(Level.ERROR, "not in the audit trail: " + event, unwritable);
        }
    }

    private int panelUid() throws IOException {
        return PasswordFile.of(assembly.host())
                .uid(settings.panelUser())
                .orElseThrow(() -> new IOException("there is no user " + settings.panelUser()));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // until the agent stops
    private void scheduleDaily(Runnable task) {
        scheduler.scheduleWithFixedDelay(task, 1, TimeUnit.DAYS.toMinutes(1), TimeUnit.MINUTES);
    }

    /** In a log that goes elsewhere too this shows later whether the end of the trail has been cut off. */
    private void logAuditHead() {
        String head = audit.head();
        try {
            // what the log knows is there
            audit.settle();
            LOG.log(Level.INFO, "audit trail is at " + head);
        } catch (IOException unwritable) {
            LOG.log(Level.ERROR, "the audit trail may not be on disk", unwritable);
        }
    }
}
