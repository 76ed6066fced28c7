package dev.npanel.testkit.engine;

import dev.npanel.agent.durable.Checkpoints;
import dev.npanel.agent.effect.Handlers;
import dev.npanel.agent.engine.Deadline;
import dev.npanel.agent.engine.EngineAssembly;
import dev.npanel.agent.engine.Order;
import dev.npanel.agent.journal.Entry;
import dev.npanel.agent.unit.Units;
import dev.npanel.api.action.Caller;
import dev.npanel.api.change.ChangeId;
import dev.npanel.api.change.ChangePreview;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.api.value.AccountName;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Lock;
import dev.npanel.host.effect.EffectHandler;
import dev.npanel.host.step.Ownership;
import dev.npanel.host.step.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;

/**
 * The agent's engine, the real one, over a directory that plays the root of the host. Files are real files, effects are
 * whatever handlers the test brings. Thread-safe; to be closed.
 */
public final class EngineHarness implements AutoCloseable {
    /** Where the engine keeps its journal, below the root. */
    public static final AbsolutePath STATE = new AbsolutePath("/var/lib/npanel/agent");

    private static final Caller CALLER =
            new Caller(new AccountName("tester"), Caller.Role.ADMINISTRATOR, "192.0.2.1", "test");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path root;
    private final Handlers handlers = new Handlers();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final EngineAssembly assembly;

    /** @param root an existing directory that nobody else can write to */
    public EngineHarness(Path root, Units units, Checkpoints checkpoints) throws IOException {
        this.root = root;
        Files.createDirectories(real(STATE));
        this.assembly = new EngineAssembly(root, STATE, handlers, units, scheduler, checkpoints);
    }

    /** Takes a handler in, as when its plugin comes. */
    public void add(EffectHandler<?, ?> handler) {
        handlers.add(handler);
        assembly.unfinished().retry();
    }

    /** Lets a handler go, as when its plugin goes. */
    public void remove(EffectHandler<?, ?> handler) {
        handlers.remove(handler);
    }

    /** What the agent does first of all when it starts. */
    public List<Entry> recover() throws IOException {
        return assembly.recover();
    }

    /** The engine and its parts. */
    public EngineAssembly assembly() {
        return assembly;
    }

    /** Applies a plan of these steps under the locks of these names. */
    public ChangeId apply(Set<String> locks, Step... steps) {
        return Objects.requireNonNull(
                assembly.engine().change(order(plan(locks, steps), PATIENCE)).change());
    }

    /** What a plan of these steps would do. */
    public ChangePreview preview(Step... steps) {
        return assembly.engine().preview(order(plan(Set.of(), steps), PATIENCE));
    }

    /** An order for an action of the test. */
    public Order<TestPlan.Ask, TestPlan.Done> order(Action<TestPlan.Ask, TestPlan.Done> action, Duration patience) {
        return new Order<>(action, new TestPlan.Ask(), "test", step -> true, CALLER, Deadline.after(patience));
    }

    /** Where a path of the host is in the test's directory. */
    public Path real(AbsolutePath path) {
        return root.resolve(path.text().substring(1));
    }

    /** The mode, for whoever runs the test. */
    public Ownership mine(int mode) throws IOException {
        PosixFileAttributes attributes = Files.readAttributes(root, PosixFileAttributes.class);
        return new Ownership(attributes.owner().getName(), attributes.group().getName(), mode);
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }

    private static TestPlan plan(Set<String> locks, Step... steps) {
        return new TestPlan(locks.stream().map(Lock::new).collect(Collectors.toSet()), host -> Arrays.asList(steps));
    }
}
