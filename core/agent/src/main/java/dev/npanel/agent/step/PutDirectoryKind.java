package dev.npanel.agent.step;

import dev.npanel.agent.file.Editor;
import dev.npanel.agent.file.Node;
import dev.npanel.agent.file.Tree;
import dev.npanel.agent.file.Vault;
import dev.npanel.agent.journal.Trace.DirectoryPut;
import dev.npanel.agent.journal.Trace.Owned;
import dev.npanel.api.change.StepPreview;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Delete;
import dev.npanel.host.step.PutDirectory;
import dev.npanel.host.step.Step;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Directories: made in the vault with their owner and mode, then renamed into place. */
final class PutDirectoryKind implements StepKind<PutDirectory, DirectoryPut> {
    private final Tree tree;
    private final Editor editor;
    private final Vault vault;

    PutDirectoryKind(Tree tree, Editor editor, Vault vault) {
        this.tree = tree;
        this.editor = editor;
        this.vault = vault;
    }

    @Override
    public DirectoryPut prepare(PutDirectory step, Slot slot, HostView host) throws IOException {
        Optional<Node> present = tree.look(step.path());
        if (present.isPresent() && present.get().kind() != Node.Kind.DIRECTORY) {
            throw Refusals.state("not a directory", step.path());
        }
        return new DirectoryPut(
                step.path(),
                present.map(FileStates::owned).orElse(null),
                FileStates.owned(step.ownership()),
                vault.reaching(step.path()).child(slot.name("new")));
    }

    @Override
    public void apply(PutDirectory step, DirectoryPut trace) throws IOException {
        if (trace.before() == null) {
            editor.makeDirectory(trace.staged(), step.ownership());
            editor.place(trace.staged(), step.path());
        } else {
            editor.own(step.path(), step.ownership());
        }
    }

    @Override
    public void undo(DirectoryPut trace) throws IOException {
        if (trace.before() != null) {
            if (!owned(trace).equals(Optional.of(trace.before()))) {
                editor.own(trace.path(), FileStates.ownership(trace.before()));
            }
        } else if (tree.look(trace.staged()).isEmpty() && owned(trace).isPresent()) {
            // Back to where it came from, with whatever somebody has put into it meanwhile.
            editor.discard(trace.path(), trace.staged());
        }
    }

    @Override
    public Step revert(DirectoryPut trace) throws IOException {
        if (!owned(trace).equals(Optional.of(trace.after()))) {
            throw Refusals.movedOn();
        }
        if (trace.before() != null) {
            return new PutDirectory(trace.path(), FileStates.ownership(trace.before()));
        }
        return new Delete(trace.path());
    }

    @Override
    public StepPreview preview(PutDirectory step, HostView host) throws IOException {
        Owned after = FileStates.owned(step.ownership());
        List<String> before = tree.look(step.path())
                .map(FileStates::owned)
                .map(owned -> List.of(line(owned)))
                .orElse(List.of());
        return new StepPreview("put-directory", step.path().text(), Diffs.lines(before, List.of(line(after))));
    }

    private Optional<Owned> owned(DirectoryPut trace) throws IOException {
        return tree.look(trace.path())
                .filter(node -> node.kind() == Node.Kind.DIRECTORY)
                .map(FileStates::owned);
    }

    private static String line(Owned owned) {
        return owned.user() + ":" + owned.group() + " 0" + Integer.toOctalString(owned.mode());
    }
}
