package dev.npanel.agent.step;

import dev.npanel.agent.file.Editor;
import dev.npanel.agent.file.Node;
import dev.npanel.agent.file.Tree;
import dev.npanel.agent.file.Vault;
import dev.npanel.agent.journal.Trace.FilePut;
import dev.npanel.agent.journal.Trace.FileState;
import dev.npanel.api.change.StepPreview;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.Delete;
import dev.npanel.host.step.PutFile;
import dev.npanel.host.step.Step;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Files: made ready in the vault and renamed into place. A copy of the old one is kept in the vault before anything is
 * done, so that undoing is a rename too and needs no room on a full disk.
 */
final class PutFileKind implements StepKind<PutFile, FilePut> {
    private static final int READABLE_BY_ALL = 0004;

    private final Tree tree;
    private final Editor editor;
    private final Vault vault;

    PutFileKind(Tree tree, Editor editor, Vault vault) {
        this.tree = tree;
        this.editor = editor;
        this.vault = vault;
    }

    @Override
    public FilePut prepare(PutFile step, Slot slot, HostView host) throws IOException {
        Optional<Node> present = tree.look(step.path());
        if (present.isPresent() && present.get().kind() != Node.Kind.FILE) {
            throw Refusals.state("not a regular file", step.path());
        }
        AbsolutePath directory = vault.reaching(step.path());
        AbsolutePath kept = directory.child(slot.name("old"));
        Optional<FileState> before = present.isPresent() ? FileStates.at(tree, step.path()) : Optional.empty();
        if (before.isPresent()) {
            Content old = tree.read(step.path()).orElseThrow(() -> Refusals.state("gone meanwhile", step.path()));
            editor.makeFile(kept, old, FileStates.ownership(before.get().owned()));
        }
        return new FilePut(
                step.path(),
                before.orElse(null),
                FileStates.of(step.content(), step.ownership()),
                directory.child(slot.name("new")),
                kept);
    }

    @Override
    public void apply(PutFile step, FilePut trace) throws IOException {
        editor.makeFile(trace.staged(), step.content(), step.ownership());
        editor.place(trace.staged(), step.path());
    }

    @Override
    public void undo(FilePut trace) throws IOException {
        Optional<FileState> present = FileStates.at(tree, trace.path());
        if (trace.before() == null) {
            // Only what this step has made: somebody else's file is not ours to take away.
            if (present.filter(trace.after()::equals).isPresent()) {
                editor.remove(trace.path());
            }
        } else if (!present.filter(trace.before()::equals).isPresent()
                && tree.look(trace.kept()).isPresent()) {
            editor.restore(trace.kept(), trace.path());
        }
    }

    @Override
    public Step revert(FilePut trace) throws IOException {
        if (!FileStates.at(tree, trace.path()).filter(trace.after()::equals).isPresent()) {
            throw Refusals.movedOn();
        }
        if (trace.before() == null) {
            return new Delete(trace.path());
        }
        Content old = tree.read(trace.kept()).orElseThrow(Refusals::notKept);
        return new PutFile(
                trace.path(), old, FileStates.ownership(trace.before().owned()));
    }

    @Override
    public StepPreview preview(PutFile step, HostView host) throws IOException {
        Optional<Content> before = tree.read(step.path());
        // What not everybody on the host may read, passwords for one, is not shown in a preview or the history either.
        boolean shown = (step.ownership().mode() & READABLE_BY_ALL) != 0;
        List<String> diff = shown ? Diffs.contents(before, step.content()) : Diffs.sizes(before, step.content());
        return new StepPreview("put-file", step.path().text(), diff);
    }
}
