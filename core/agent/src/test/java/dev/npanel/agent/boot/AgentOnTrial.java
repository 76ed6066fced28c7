package dev.npanel.agent.boot;

import dev.npanel.agent.audit.AuditTrail;
import dev.npanel.agent.dispatch.Dispatcher;
import dev.npanel.agent.dispatch.InFlight;
import dev.npanel.agent.dispatch.RecordedReplies;
import dev.npanel.agent.dispatch.Registry;
import dev.npanel.agent.durable.Checkpoints;
import dev.npanel.agent.durable.Durability;
import dev.npanel.agent.effect.Handlers;
import dev.npanel.agent.engine.EngineAssembly;
import dev.npanel.agent.program.Programs;
import dev.npanel.agent.unit.ObservedUnits;
import dev.npanel.agent.unit.Systemctl;
import dev.npanel.api.action.Caller;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.api.value.AccountName;
import dev.npanel.channel.frame.Body;
import dev.npanel.channel.frame.Frame;
import dev.npanel.channel.json.Json;
import dev.npanel.channel.server.Peer;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Declaration;
import dev.npanel.host.step.Ownership;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;

/** The agent behind its socket, over a directory that plays the host; plugins come in the way they always do. */
final class AgentOnTrial implements AutoCloseable {
    private static final Caller CALLER =
            new Caller(new AccountName("tester"), Caller.Role.ADMINISTRATOR, "192.0.2.1", "test");

    private final Path root;
    private final Registry registry = new Registry();
    private final InFlight inFlight = new InFlight(Duration.ofMinutes(1));
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final Json json = Json.wire();
    private final AuditTrail audit;
    private final Plugins plugins;
    private final Dispatcher dispatcher;

    AgentOnTrial(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(root.resolve("state"));
        Handlers handlers = new Handlers();
        ObservedUnits units = new ObservedUnits(new Systemctl(new Programs(), new AbsolutePath("/bin/false")));
        EngineAssembly assembly =
                new EngineAssembly(root, new AbsolutePath("/state"), handlers, units, scheduler, Checkpoints.NONE);
        audit = AuditTrail.open(
                root.resolve("state/audit"),
                AuditTrail.Limits.standard(),
                Clock.systemUTC(),
                new Durability(Checkpoints.NONE));
        plugins = new Plugins(registry, handlers, units, assembly.unfinished(), audit, inFlight);
        dispatcher = new Dispatcher(registry, assembly.engine(), audit, inFlight);
    }

    void take(Action<?, ?> action, Declaration declaration) {
        plugins.add(action, declaration);
    }

    /** The plugin goes. */
    void drop(Action<?, ?> action) {
        plugins.remove(action);
    }

    /** The plugin's bundle is stopped. */
    void leave(String plugin) {
        plugins.leave(plugin);
    }

    Set<String> actions() {
        return registry.names();
    }

    RecordedReplies call(String action, Duration patience) {
        RecordedReplies replies = new RecordedReplies(patience);
        Body nothing = Body.of(json, new MadeUpAction.Ask());
        dispatcher.handle(
                new Frame.Call(1, 1, action, MadeUpAction.VERSION, CALLER, patience.toMillis(), false, 0, nothing),
                new Peer(1, 1, 1),
                replies);
        return replies;
    }

    /** Whether the watchdog would let it live, and this action is served. */
    boolean isWell(String action) {
        return inFlight.isAlive()
                && call(action, Duration.ofSeconds(30))
                        .output(json, MadeUpAction.Done.class)
                        .equals(new MadeUpAction.Done());
    }

    /** What is on the host, each with its content. */
    List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(root.resolve("etc"))) {
            return all.sorted()
                    .map(path -> path + (Files.isRegularFile(path) ? " " + content(path) : ""))
                    .toList();
        }
    }

    String trail() throws IOException {
        return Files.readString(root.resolve("state/audit"));
    }

    /** The mode, for whoever runs the test. */
    Ownership mine(int mode) {
        try {
            PosixFileAttributes attributes = Files.readAttributes(root, PosixFileAttributes.class);
            return new Ownership(
                    attributes.owner().getName(), attributes.group().getName(), mode);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String content(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() throws IOException {
        scheduler.shutdownNow();
        audit.close();
    }
}
