package dev.npanel.agent.file;

import dev.npanel.agent.durable.Durability;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.Ownership;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.Set;

/** Changes the files of a tree, each change on disk when the method returns. Thread-safe. */
public final class Editor {
    private static final FileAttribute<Set<PosixFilePermission>> CLOSED_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> CLOSED_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Tree tree;
    private final Durability durability;
    private final UserPrincipalLookupService accounts = FileSystems.getDefault().getUserPrincipalLookupService();

    public Editor(Tree tree, Durability durability) {
        this.tree = tree;
        this.durability = durability;
    }

    /** Makes a file in a vault, replacing what an attempt before may have left. */
    public void makeFile(AbsolutePath inVault, Content content, Ownership ownership) throws IOException {
        try (Place place = vaultPlace(inVault)) {
            if (place.attributes().isPresent()) {
                place.deleteFile();
            }
            try (FileChannel channel = place.create(
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                    CLOSED_FILE)) {
                Durability.writeAll(channel, content.bytes());
                own(place.view(), ownership);
                durability.sync(channel, "a staged file");
            }
        }
    }

    /** Makes a directory in a vault, or takes the one that an attempt before has left. */
    public void makeDirectory(AbsolutePath inVault, Ownership ownership) throws IOException {
        try (Place place = vaultPlace(inVault)) {
            if (place.attributes().isEmpty()) {
                Files.createDirectory(tree.real(inVault), CLOSED_DIRECTORY);
            }
            own(place.view(), ownership);
        }
    }

    /** Gives a directory that is there another owner and mode. */
    public void own(AbsolutePath directory, Ownership ownership) throws IOException {
        try (Place place = tree.place(directory);
                SecureDirectoryStream<Path> opened = place.open()) {
            PosixFileAttributeView view = opened.getFileAttributeView(PosixFileAttributeView.class);
            place.admit(view.readAttributes().owner());
            place.admit(accounts.lookupPrincipalByName(ownership.user()));
            own(view, ownership);
            try (FileChannel self =
                    (FileChannel) opened.newByteChannel(Path.of("."), Set.of(StandardOpenOption.READ))) {
                durability.sync(self, "a directory's ownership");
            }
        }
    }

    /** Renames; nothing may be at the target. Where either directory is a tenant's, what is moved must be that tenant's. */
    public void move(AbsolutePath from, AbsolutePath to) throws IOException {
        try (Place source = tree.place(from);
                Place target = tree.place(to)) {
            UserPrincipal owner = source.view().readAttributes().owner();
            source.admit(owner);
            target.admit(owner);
            if (target.attributes().isPresent()) {
                throw new FileAlreadyExistsException(to.text());
            }
            rename(source, target);
        }
    }

    /** Puts what was made ready in a vault into place; in a tenant's directory it must be that tenant's. */
    public void place(AbsolutePath inVault, AbsolutePath path) throws IOException {
        try (Place source = vaultPlace(inVault);
                Place target = tree.place(path)) {
            target.admit(source.view().readAttributes().owner());
            source.moveTo(target);
            // Should the vault still know it after a power cut, nobody minds.
            target.sync(durability);
        }
    }

    /** Puts back what was kept in a vault, in the stead of what is there. */
    public void restore(AbsolutePath inVault, AbsolutePath path) throws IOException {
        try (Place source = vaultPlace(inVault);
                Place target = tree.place(path)) {
            rename(source, target);
        }
    }

    /** Takes something away into a vault. */
    public void discard(AbsolutePath path, AbsolutePath inVault) throws IOException {
        try (Place source = tree.place(path);
                Place target = vaultPlace(inVault)) {
            rename(source, target);
        }
    }

    /** Takes a file away. */
    public void remove(AbsolutePath path) throws IOException {
        try (Place place = tree.place(path)) {
            place.deleteFile();
            place.sync(durability);
        }
    }

    private void rename(Place source, Place target) throws IOException {
        source.moveTo(target);
        target.sync(durability);
        source.sync(durability);
    }

    private Place vaultPlace(AbsolutePath inVault) throws IOException {
        Place place = tree.place(inVault);
        if (!place.trust().closed()) {
            place.close();
            throw new AccessDeniedException(inVault.text(), null, "not in a vault");
        }
        return place;
    }

    private void own(PosixFileAttributeView view, Ownership ownership) throws IOException {
        view.setGroup(accounts.lookupPrincipalByGroupName(ownership.group()));
        view.setOwner(accounts.lookupPrincipalByName(ownership.user()));
        view.setPermissions(Node.permissions(ownership.mode()));
    }
}
