package dev.npanel.agent.step;

import dev.npanel.agent.file.Node;
import dev.npanel.agent.file.Tree;
import dev.npanel.agent.journal.Trace.FileState;
import dev.npanel.agent.journal.Trace.Owned;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.Ownership;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Files and directories as the journal remembers them. */
final class FileStates {
    private FileStates() {}

    static FileState of(Content content, Ownership ownership) {
        return new FileState(hash(content), owned(ownership));
    }

    /** The file that is at the path now. */
    static Optional<FileState> at(Tree tree, AbsolutePath path) throws IOException {
        Optional<Node> node = tree.look(path).filter(each -> each.kind() == Node.Kind.FILE);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        return tree.read(path).map(content -> new FileState(hash(content), owned(node.get())));
    }

    static Owned owned(Ownership ownership) {
        return new Owned(ownership.user(), ownership.group(), ownership.mode());
    }

    static Owned owned(Node node) {
        return new Owned(node.user(), node.group(), node.mode());
    }

    static Ownership ownership(Owned owned) {
        return new Ownership(owned.user(), owned.group(), owned.mode());
    }

    private static String hash(Content content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.bytes()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
