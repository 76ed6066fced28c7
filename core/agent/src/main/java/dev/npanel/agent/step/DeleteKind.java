package dev.npanel.agent.step;

import dev.npanel.agent.file.Editor;
import dev.npanel.agent.file.Node;
import dev.npanel.agent.file.Tree;
import dev.npanel.agent.file.Vault;
import dev.npanel.agent.journal.Trace.Deleted;
import dev.npanel.api.change.StepPreview;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Delete;
import dev.npanel.host.step.Move;
import dev.npanel.host.step.Step;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Deletions: a rename into the trash, which is emptied much later. */
final class DeleteKind implements StepKind<Delete, Deleted> {
    private final Tree tree;
    private final Editor editor;
    private final Vault vault;

    DeleteKind(Tree tree, Editor editor, Vault vault) {
        this.tree = tree;
        this.editor = editor;
        this.vault = vault;
    }

    @Override
    public Deleted prepare(Delete step, Slot slot, HostView host) throws IOException {
        boolean present = tree.look(step.path()).isPresent();
        return new Deleted(step.path(), vault.reaching(step.path()).child(slot.name(Slot.TRASH)), present);
    }

    @Override
    public void apply(Delete step, Deleted trace) throws IOException {
        if (trace.present()) {
            editor.discard(step.path(), trace.trash());
        }
    }

    @Override
    public void undo(Deleted trace) throws IOException {
        if (tree.look(trace.trash()).isPresent()) {
            editor.restore(trace.trash(), trace.path());
        }
    }

    @Override
    public Step revert(Deleted trace) throws IOException {
        if (tree.look(trace.path()).isPresent()) {
            throw Refusals.movedOn();
        }
        if (!trace.present()) {
            return new Delete(trace.path());
        }
        if (tree.look(trace.trash()).isEmpty()) {
            throw Refusals.notKept();
        }
        return new Move(trace.trash(), trace.path());
    }

    @Override
    public StepPreview preview(Delete step, HostView host) throws IOException {
        List<String> diff = tree.look(step.path())
                .map(Node::kind)
                .map(kind -> List.of("-" + kind.name().toLowerCase(Locale.ROOT)))
                .orElse(List.of());
        return new StepPreview("delete", step.path().text(), diff);
    }
}
