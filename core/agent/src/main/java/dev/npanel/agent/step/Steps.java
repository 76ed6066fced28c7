package dev.npanel.agent.step;

import dev.npanel.agent.effect.Handlers;
import dev.npanel.agent.file.Editor;
import dev.npanel.agent.file.Tree;
import dev.npanel.agent.file.Vault;
import dev.npanel.agent.journal.Trace;
import dev.npanel.agent.program.Programs;
import dev.npanel.agent.unit.Units;
import dev.npanel.api.change.StepPreview;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Check;
import dev.npanel.host.step.Delete;
import dev.npanel.host.step.Effect;
import dev.npanel.host.step.Move;
import dev.npanel.host.step.PutDirectory;
import dev.npanel.host.step.PutFile;
import dev.npanel.host.step.Step;
import dev.npanel.host.step.UnitChange;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/**
 * Every kind of step: the whole of what the agent can do to a host. What the operating system refuses comes out as a {@link
 * dev.npanel.api.problem.ProblemException}. Thread-safe.
 */
public final class Steps {
    private final List<Bound<?, ?>> kinds;

    public Steps(Tree tree, Editor editor, Vault vault, Programs programs, Units units, Handlers handlers) {
        this.kinds = List.of(
                new Bound<>(PutFile.class, Trace.FilePut.class, new PutFileKind(tree, editor, vault)),
                new Bound<>(PutDirectory.class, Trace.DirectoryPut.class, new PutDirectoryKind(tree, editor, vault)),
                new Bound<>(Move.class, Trace.Moved.class, new MoveKind(tree, editor)),
                new Bound<>(Delete.class, Trace.Deleted.class, new DeleteKind(tree, editor, vault)),
                new Bound<>(Check.class, Trace.Checked.class, new CheckKind(programs)),
                new Bound<>(UnitChange.class, Trace.UnitChanged.class, new UnitKind(units)),
                new Bound<>(effectClass(), Trace.EffectPut.class, new EffectKind(handlers)));
    }

    /** What has to be known to undo the step; refuses a step that the present state does not allow. */
    public Trace prepare(Step step, Slot slot, HostView host) {
        return typed(() -> of(step).prepare(step, slot, host));
    }

    /** Does a step. */
    public void apply(Step step, Trace trace) {
        typed(() -> of(step).apply(step, trace));
    }

    /** Brings back what was there before a step, however far it came. */
    public void undo(Trace trace) {
        typed(() -> of(trace).undo(trace));
    }

    /** The step that takes this one back. */
    public Step revert(Trace trace) {
        return typed(() -> of(trace).revert(trace));
    }

    /** What a step would do. */
    public StepPreview preview(Step step, HostView host) {
        return typed(() -> of(step).preview(step, host));
    }

    private Bound<?, ?> of(Step step) {
        return bound(kind -> kind.step().isInstance(step));
    }

    private Bound<?, ?> of(Trace trace) {
        return bound(kind -> kind.trace().isInstance(trace));
    }

    private Bound<?, ?> bound(Predicate<Bound<?, ?>> condition) {
        return kinds.stream().filter(condition).findAny().orElseThrow();
    }

    private static <T> T typed(Work<T> work) {
        try {
            return work.done();
        } catch (IOException refused) {
            throw Refusals.of(refused);
        }
    }

    @SuppressWarnings("unchecked")
    private static Class<Effect<?, ?>> effectClass() {
        return (Class<Effect<?, ?>>) (Class<?>) Effect.class;
    }

    private interface Work<T> {
        T done() throws IOException;
    }

    /** A kind with the classes it is for. */
    private record Bound<S extends Step, T extends Trace>(Class<S> step, Class<T> trace, StepKind<S, T> kind) {
        Trace prepare(Step given, Slot slot, HostView host) throws IOException {
            return kind.prepare(step.cast(given), slot, host);
        }

        boolean apply(Step given, Trace left) throws IOException {
            kind.apply(step.cast(given), trace.cast(left));
            return true;
        }

        boolean undo(Trace left) throws IOException {
            kind.undo(trace.cast(left));
            return true;
        }

        Step revert(Trace left) throws IOException {
            return kind.revert(trace.cast(left));
        }

        StepPreview preview(Step given, HostView host) throws IOException {
            return kind.preview(step.cast(given), host);
        }
    }
}
