package dev.npanel.agent.engine;

import dev.npanel.agent.durable.Checkpoints;
import dev.npanel.agent.file.Vault;
import dev.npanel.agent.journal.Entry;
import dev.npanel.agent.journal.Journal;
import dev.npanel.agent.journal.Trace;
import dev.npanel.agent.journal.Trace.UnitChanged;
import dev.npanel.agent.step.Slot;
import dev.npanel.agent.step.Steps;
import dev.npanel.agent.unit.Units;
import dev.npanel.api.change.ChangeId;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.host.step.UnitChange;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Brings back what was before a change, from its journal entry alone. Doing so twice does no harm. Thread-safe. */
final class Undoing {
    private static final System.Logger LOG = System.getLogger(Undoing.class.getName());

    private final Steps steps;
    private final Journal journal;
    private final Vault vault;
    private final Units units;
    private final Checkpoints checkpoints;

    Undoing(Steps steps, Journal journal, Vault vault, Units units, Checkpoints checkpoints) {
        this.steps = steps;
        this.journal = journal;
        this.vault = vault;
        this.units = units;
        this.checkpoints = checkpoints;
    }

    /** All of a change: its steps, its units, its entry. */
    void undo(Entry entry) throws IOException {
        undoSteps(entry);
        reread(List.of(entry));
        forget(entry.head().id());
    }

    /** The steps of a change, the last one first. */
    void undoSteps(Entry entry) {
        for (int i = entry.traces().size() - 1; i >= 0; i--) {
            Trace trace = entry.traces().get(i);
            checkpoints.reached("before undoing " + name(trace));
            steps.undo(trace);
            checkpoints.reached("after undoing " + name(trace));
        }
    }

    /** Has the units of changes whose steps are undone read their configuration again. */
    void reread(Collection<Entry> entries) {
        entries.stream().flatMap(entry -> rereads(entry.traces())).distinct().forEach(this::reread);
    }

    /** Takes the entry of an undone change out of the journal, and what it kept out of the vault. */
    void forget(ChangeId id) throws IOException {
        journal.drop(id);
        vault.sweep(name -> !Slot.isTrash(name) && name.startsWith(id.text()));
    }

    private static Stream<UnitChange> rereads(List<Trace> traces) {
        return traces.stream()
                .filter(trace -> trace instanceof UnitChanged changed && Phase.isReread(changed.verb()))
                .map(UnitChanged.class::cast)
                .map(changed -> new UnitChange(changed.unit(), changed.verb()));
    }

    private void reread(UnitChange change) {
        try {
            checkpoints.reached("before " + change);
            units.change(change);
            checkpoints.reached("after " + change);
        } catch (IOException | ProblemException failed) {
            // The files are as before; a unit that does not run reads them when it starts.
            LOG.log(Level.ERROR, change.unit() + " has not read its former configuration again", failed);
        }
    }

    private static String name(Trace trace) {
        return trace.getClass().getSimpleName();
    }
}
