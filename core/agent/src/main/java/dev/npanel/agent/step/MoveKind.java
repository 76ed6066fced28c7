package dev.npanel.agent.step;

import dev.npanel.agent.file.Editor;
import dev.npanel.agent.file.Tree;
import dev.npanel.agent.journal.Trace.Moved;
import dev.npanel.api.change.StepPreview;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Move;
import dev.npanel.host.step.Step;
import java.io.IOException;
import java.util.List;

/** Renames. */
final class MoveKind implements StepKind<Move, Moved> {
    private final Tree tree;
    private final Editor editor;

    MoveKind(Tree tree, Editor editor) {
        this.tree = tree;
        this.editor = editor;
    }

    @Override
    public Moved prepare(Move step, Slot slot, HostView host) throws IOException {
        if (tree.look(step.from()).isEmpty()) {
            throw Refusals.state("nothing to move", step.from());
        }
        if (tree.look(step.to()).isPresent()) {
            throw Refusals.state("something is where it is to be moved", step.to());
        }
        return new Moved(step.from(), step.to());
    }

    @Override
    public void apply(Move step, Moved trace) throws IOException {
        editor.move(step.from(), step.to());
    }

    @Override
    public void undo(Moved trace) throws IOException {
        // With something at both ends it was not moved: nothing was at the target before.
        if (tree.look(trace.to()).isPresent() && tree.look(trace.from()).isEmpty()) {
            editor.move(trace.to(), trace.from());
        }
    }

    @Override
    public Step revert(Moved trace) throws IOException {
        if (tree.look(trace.to()).isEmpty() || tree.look(trace.from()).isPresent()) {
            throw Refusals.movedOn();
        }
        return new Move(trace.to(), trace.from());
    }

    @Override
    public StepPreview preview(Move step, HostView host) {
        return new StepPreview(
                "move",
                step.from().text(),
                List.of("-" + step.from().text(), "+" + step.to().text()));
    }
}
