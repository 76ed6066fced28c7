package dev.npanel.agent.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.agent.durable.Checkpoints;
import dev.npanel.agent.durable.Durability;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.Ownership;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tenants are hostile: ADVISORIES 13 to 18. A directory that others may write to plays a tenant's. */
class TreeTest {
    private static final AbsolutePath OUTSIDE = new AbsolutePath("/etc/shadow");
    private static final AbsolutePath SHARED = new AbsolutePath("/home/shared");

    @TempDir
    private Path root;

    private Tree tree;
    private Editor editor;
    private Vault vault;

    @BeforeEach
    void prepare() throws IOException {
        Files.createDirectories(root.resolve("etc"));
        Files.writeString(root.resolve("etc/shadow"), "secret");
        Files.createDirectories(root.resolve("home/shared"));
        Files.setPosixFilePermissions(root.resolve("home/shared"), PosixFilePermissions.fromString("rwxrwxrwx"));
        tree = new Tree(root);
        editor = new Editor(tree, new Durability(Checkpoints.NONE));
        vault = new Vault(tree, new AbsolutePath("/vault"));
    }

    @Test
    void readsNothingThroughASymbolicLink() throws IOException {
        Files.createSymbolicLink(root.resolve("home/link"), root.resolve("etc/shadow"));
        Files.createSymbolicLink(root.resolve("home/directory"), root.resolve("etc"));

        assertThat(tree.read(OUTSIDE)).isPresent();
        assertThat(tree.read(new AbsolutePath("/home/link"))).isEmpty();
        assertThat(tree.read(new AbsolutePath("/home/directory/shadow"))).isEmpty();
        assertThat(tree.children(new AbsolutePath("/home/directory"))).isEmpty();
    }

    @Test
    void writesNothingThroughASymbolicLink() throws IOException {
        Files.createSymbolicLink(root.resolve("home/directory"), root.resolve("etc"));
        AbsolutePath staged = staged("mine");

        assertThatThrownBy(() -> editor.place(staged, new AbsolutePath("/home/directory/new")))
                .isInstanceOf(NotDirectoryException.class);
        assertThat(root.resolve("etc/new")).doesNotExist();
    }

    @Test
    void replacesASymbolicLinkAndNotWhatItPointsTo() throws IOException {
        Files.createSymbolicLink(root.resolve("home/link"), root.resolve("etc/shadow"));

        editor.place(staged("mine"), new AbsolutePath("/home/link"));

        assertThat(root.resolve("etc/shadow")).hasContent("secret");
        assertThat(root.resolve("home/link")).isRegularFile().hasContent("mine");
    }

    @Test
    void readsNoFileInADirectoryThatOthersMayWriteTo() throws IOException {
        Files.createLink(root.resolve("home/shared/link"), root.resolve("etc/shadow"));

        assertThatThrownBy(() -> tree.read(SHARED.child("link"))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void putsNothingIntoADirectoryThatRootSharesWithOthers() throws IOException {
        AbsolutePath staged = staged("mine");

        assertThatThrownBy(() -> editor.place(staged, SHARED.child("new"))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> editor.move(OUTSIDE, SHARED.child("shadow")))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(root.resolve("home/shared")).isEmptyDirectory();
    }

    @Test
    void changesTheOwnershipOfNothingButADirectory() throws IOException {
        Files.createLink(root.resolve("home/hard"), root.resolve("etc/shadow"));
        Files.createSymbolicLink(root.resolve("home/link"), root.resolve("etc"));

        assertThatThrownBy(() -> editor.own(new AbsolutePath("/home/hard"), mine(0777)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> editor.own(new AbsolutePath("/home/link"), mine(0777)))
                .isInstanceOf(IOException.class);
    }

    @Test
    @Timeout(10)
    void doesNotWaitAtANamedPipe() throws Exception {
        Path pipe = root.resolve("home/pipe");
        assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString())
                        .start()
                        .waitFor())
                .isZero();

        assertThat(tree.read(new AbsolutePath("/home/pipe"))).isEmpty();
        assertThat(tree.children(new AbsolutePath("/home/pipe"))).isEmpty();
        assertThat(tree.read(new AbsolutePath("/home/pipe/x"))).isEmpty();
    }

    @Test
    void givesStagedFilesTheirModeBeforeTheyAreSeen() throws IOException {
        AbsolutePath staged = staged("mine");

        editor.place(staged, new AbsolutePath("/etc/new"));

        assertThat(tree.look(new AbsolutePath("/etc/new")))
                .get()
                .extracting(Node::mode)
                .isEqualTo(0640);
        assertThat(tree.look(vault.reaching(OUTSIDE)))
                .get()
                .extracting(Node::mode)
                .isEqualTo(0700);
        assertThat(tree.look(staged)).isEmpty();
    }

    @Test
    void erasesATreeHoweverDeepAndNothingItPointsTo() throws IOException {
        Path deep = root.resolve("vault/x");
        Files.createDirectories(deep);
        for (int i = 0; i < 300; i++) {
            deep = Files.createDirectory(deep.resolve("d"));
            Files.writeString(deep.resolve("f"), "f");
        }
        Files.createSymbolicLink(deep.resolve("link"), root.resolve("etc"));

        Erasure.erase(tree, new AbsolutePath("/vault/x"));

        assertThat(root.resolve("vault")).isEmptyDirectory();
        assertThat(root.resolve("etc/shadow")).hasContent("secret");
    }

    private AbsolutePath staged(String content) throws IOException {
        AbsolutePath staged = vault.reaching(OUTSIDE).child("staged");
        editor.makeFile(staged, Content.of(content), mine(0640));
        return staged;
    }

    private Ownership mine(int mode) throws IOException {
        PosixFileAttributes attributes = Files.readAttributes(root, PosixFileAttributes.class);
        return new Ownership(attributes.owner().getName(), attributes.group().getName(), mode);
    }
}
