package dev.npanel.agent.engine;

import dev.npanel.agent.durable.Checkpoints;
import dev.npanel.agent.durable.Durability;
import dev.npanel.agent.effect.Handlers;
import dev.npanel.agent.effect.LiveHost;
import dev.npanel.agent.file.Editor;
import dev.npanel.agent.file.Tree;
import dev.npanel.agent.file.Vault;
import dev.npanel.agent.journal.ChangeIds;
import dev.npanel.agent.journal.Entry;
import dev.npanel.agent.journal.History;
import dev.npanel.agent.journal.Journal;
import dev.npanel.agent.program.Programs;
import dev.npanel.agent.step.Steps;
import dev.npanel.agent.unit.Units;
import dev.npanel.api.change.ChangeId;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.effect.HostView;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;

/** The engine with all its parts, over one root of files and one directory of state. */
public final class EngineAssembly {
    private final Journal journal;
    private final Vault vault;
    private final Undoing undoing;
    private final Unfinished unfinished;
    private final Engine engine;
    private final Steps steps;
    private final HostView host;

    /**
     * @param root of all paths in plans, in production {@code /}
     * @param state the agent's own directory, a path below the root
     * @param scheduler for what has to be tried again; closed by whoever made it
     */
    public EngineAssembly(
            Path root,
            AbsolutePath state,
            Handlers handlers,
            Units units,
            ScheduledExecutorService scheduler,
            Checkpoints checkpoints)
            throws IOException {
        Tree tree = new Tree(root);
        Durability durability = new Durability(checkpoints);
        Path directory = root.resolve(state.text().substring(1));
        this.journal = new Journal(directory.resolve("changes"), durability);
        this.vault = new Vault(tree, state.child("vault"));
        this.steps = new Steps(tree, new Editor(tree, durability), vault, new Programs(), units, handlers);
        this.undoing = new Undoing(steps, journal, vault, units, checkpoints);
        Locks locks = new Locks();
        this.unfinished = new Unfinished(undoing, locks, scheduler);
        this.host = new LiveHost(tree, handlers);
        ChangeIds ids = new ChangeIds(Clock.systemUTC(), newest());
        Batch batch = new Batch(steps, journal, undoing, unfinished, checkpoints);
        this.engine = new Engine(host, steps, locks, new Turns(batch), ids);
    }

    /**
     * Undoes what a crash has cut off; to be called once, before any change. What cannot be undone now is tried again
     * later, and keeps its locks until then.
     *
     * @return the changes that were cut off
     */
    public List<Entry> recover() throws IOException {
        List<Entry> found = journal.unfinished();
        for (Entry entry : found) {
            try {
                undoing.undo(entry);
            } catch (IOException | RuntimeException later) {
                unfinished.keep(entry, later);
            }
        }
        return found;
    }

    /** Applies plans. */
    public Engine engine() {
        return engine;
    }

    /** What was committed. */
    public History history() {
        return journal.history();
    }

    /** What could not be undone yet. */
    public Unfinished unfinished() {
        return unfinished;
    }

    /** Every kind of step. */
    public Steps steps() {
        return steps;
    }

    /** The host at this very moment. */
    public HostView host() {
        return host;
    }

    /** What changes keep. */
    public Vault vault() {
        return vault;
    }

    private String newest() throws IOException {
        Stream<ChangeId> open =
                journal.unfinished().stream().map(entry -> entry.head().id());
        return Stream.concat(open, journal.history().newest().stream())
                .max(Comparator.naturalOrder())
                .map(ChangeId::text)
                .orElse("");
    }
}
